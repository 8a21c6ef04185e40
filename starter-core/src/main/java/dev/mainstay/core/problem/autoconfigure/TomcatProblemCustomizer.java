package dev.mainstay.core.problem.autoconfigure;

import java.util.function.Supplier;

import dev.mainstay.core.problem.servlet.TomcatProblemValve;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts the valve inside of those that are there already, also of Spring Boot's.
 */
final class TomcatProblemCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

	private final Supplier<TomcatProblemValve> valve;

	private final Environment environment;

	TomcatProblemCustomizer(Supplier<TomcatProblemValve> valve, Environment environment) {
		this.valve = valve;
		this.environment = environment;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (ProblemStatus.active(this.environment)) {
			factory.addContextCustomizers(this::customize);
		}
	}

	/** When it starts, the host adds the valve whose class it is told, if it has none. */
	private void customize(Context context) {
		Container host = context.getParent();
		host.getPipeline().addValve(this.valve.get());
		if (host instanceof StandardHost standard
				&& ErrorReportValve.class.getName().equals(standard.getErrorReportValveClass())) {
			standard.setErrorReportValveClass(TomcatProblemValve.class.getName());
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
