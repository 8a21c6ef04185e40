package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.servlet.ExpectationValve;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Has Tomcat invite no body that will be refused.
 */
final class TomcatBodyLimitCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final BodyLimits limits;

	TomcatBodyLimitCustomizer(BodyLimits limits) {
		this.limits = limits;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (this.limits.isActive()) {
			factory.addEngineValves(new ExpectationValve(this.limits));
		}
	}

}
