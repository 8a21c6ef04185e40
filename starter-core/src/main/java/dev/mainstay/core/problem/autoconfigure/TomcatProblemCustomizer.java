package dev.mainstay.core.problem.autoconfigure;

import java.util.function.Supplier;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.problem.servlet.TomcatProblemValve;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.servlet.ContainerAnswers;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.beans.factory.ObjectProvider;
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

	private TomcatProblemCustomizer(Supplier<TomcatProblemValve> valve, Environment environment) {
		this.valve = valve;
		this.environment = environment;
	}

	/** For one server. */
	static TomcatProblemCustomizer of(ObjectProvider<ServletProblemWriter> writer, ObjectProvider<AnswerHeads> heads,
			Environment environment) {
		return new TomcatProblemCustomizer(() -> {
			AnswerHeads known = heads.getIfAvailable();
			return new TomcatProblemValve(writer.getObject(), (known != null) ? new ContainerAnswers(known) : null);
		}, environment);
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
