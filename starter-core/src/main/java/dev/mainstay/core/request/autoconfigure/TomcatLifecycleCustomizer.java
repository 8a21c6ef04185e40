package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.servlet.TomcatLifecycleValve;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Adds the valve before all others: the first one sees the peer as it is.
 */
final class TomcatLifecycleCustomizer
		implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

	private final RequestLifecycle lifecycle;

	private final RequestOrigin origin;

	private final Environment environment;

	TomcatLifecycleCustomizer(RequestLifecycle lifecycle, RequestOrigin origin, Environment environment) {
		this.lifecycle = lifecycle;
		this.origin = origin;
		this.environment = environment;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (Switch.isOn(this.environment)) {
			factory.addEngineValves(new TomcatLifecycleValve(this.lifecycle, this.origin));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
