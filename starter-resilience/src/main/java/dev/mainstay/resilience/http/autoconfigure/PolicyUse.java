package dev.mainstay.resilience.http.autoconfigure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Features;
import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.call.ResilientPostProcessor;
import dev.mainstay.resilience.policy.Destinations;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Whether anything in the application makes calls under the policies: a client that is
 * ours, a bean that was given the engine, an annotated method, or whoever has called.
 */
final class PolicyUse implements BooleanSupplier {

	private final ConfigurableListableBeanFactory beans;

	PolicyUse(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean getAsBoolean() {
		return this.beans.getBeanProvider(Destinations.class).stream().anyMatch(Destinations::areUsed)
				|| this.beans.getBeanProvider(ResilientPostProcessor.class)
					.stream()
					.anyMatch(ResilientPostProcessor::hasMethods)
				|| isEngineGiven()
				|| this.beans.getBeanProvider(Features.class).stream().anyMatch(PolicyUse::hasClients);
	}

	private boolean isEngineGiven() {
		return Arrays.stream(this.beans.getBeanNamesForType(Resilience.class, true, false))
			.anyMatch((name) -> this.beans.getDependentBeans(name).length > 0);
	}

	private static boolean hasClients(Features features) {
		return features.all().stream().anyMatch(PolicyUse::areClients);
	}

	private static boolean areClients(Feature feature) {
		return feature.name().equals(HttpClientStatus.HTTP_CLIENT) && feature.state() == FeatureState.ON;
	}

}
