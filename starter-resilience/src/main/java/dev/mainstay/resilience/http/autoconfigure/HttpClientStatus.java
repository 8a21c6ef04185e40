package dev.mainstay.resilience.http.autoconfigure;

import java.util.Map;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/**
 * Says whether there is a builder of clients that the features work on.
 */
@SuppressWarnings("rawtypes")
final class HttpClientStatus implements FeatureStatus {

	private final String feature;

	private final ListableBeanFactory beanFactory;

	HttpClientStatus(String feature, ListableBeanFactory beanFactory) {
		this.feature = feature;
		this.beanFactory = beanFactory;
	}

	@Override
	public String feature() {
		return this.feature;
	}

	@Override
	public FeatureState state() {
		Map<String, ClientHttpRequestFactoryBuilder> builders = builders();
		if (builders.isEmpty()) {
			return FeatureState.NOT_APPLICABLE;
		}
		return builders.values().stream().anyMatch(ResilientRequestFactoryBuilder.class::isInstance) ? FeatureState.ON
				: FeatureState.BACKED_OFF;
	}

	@Override
	public @Nullable String reason() {
		return switch (state()) {
			case NOT_APPLICABLE -> "no auto-configured request factory: a reactive application";
			case BACKED_OFF -> "the application's own " + String.join(", ", builders().keySet());
			default -> null;
		};
	}

	private Map<String, ClientHttpRequestFactoryBuilder> builders() {
		return this.beanFactory.getBeansOfType(ClientHttpRequestFactoryBuilder.class);
	}

}
