package dev.mainstay.core.management.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.mode.Switch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Hides the endpoints that are exposed only because of Mainstay where no guard stands in
 * front of their handlers: better none than one that is open to everybody.
 */
final class UnguardedEndpointsFilter implements EndpointFilter<ExposableWebEndpoint> {

	private static final Logger logger = LoggerFactory.getLogger(UnguardedEndpointsFilter.class);

	private final ConfigurableEnvironment environment;

	private final BeanFactory beans;

	private final AtomicBoolean told = new AtomicBoolean();

	UnguardedEndpointsFilter(ConfigurableEnvironment environment, BeanFactory beans) {
		this.environment = environment;
		this.beans = beans;
	}

	@Override
	public boolean match(ExposableWebEndpoint endpoint) {
		String id = endpoint.getEndpointId().toLowerCaseString();
		boolean shown = GuardedEndpoints.OPEN.contains(id)
				|| !MainstayDefaults.provides(this.environment, GuardedEndpoints.EXPOSURE) || isGuarded();
		if (!shown && this.told.compareAndSet(false, true)) {
			logger.info("The management endpoints that Mainstay exposes are hidden, as its guard is switched off, "
					+ "excluded, or not bound to what serves them. Set {} to decide yourself which are exposed.",
					GuardedEndpoints.EXPOSURE);
		}
		return shown;
	}

	private boolean isGuarded() {
		return Switch.isOn(this.environment, GuardedEndpoints.ENABLED)
				&& this.beans.getBeanProvider(GuardBinding.class).stream().anyMatch(GuardBinding::isInPlace);
	}

}
