package dev.mainstay.resilience.http.autoconfigure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Says whether the clients that this application gets injected are the ones with timeouts
 * and retries.
 */
final class HttpClientStatus implements FeatureStatus {

	private final String feature;

	private final ListableBeanFactory beans;

	private final BooleanSupplier switchedOn;

	HttpClientStatus(String feature, ListableBeanFactory beans, BooleanSupplier switchedOn) {
		this.feature = feature;
		this.beans = beans;
		this.switchedOn = switchedOn;
	}

	@Override
	public String feature() {
		return this.feature;
	}

	@Override
	public FeatureState state() {
		if (!this.switchedOn.getAsBoolean()) {
			return FeatureState.OFF;
		}
		String[] builders = builders();
		if (builders.length == 0) {
			return FeatureState.NOT_APPLICABLE;
		}
		return Arrays.stream(builders).anyMatch(this::isOurs) ? FeatureState.ON : FeatureState.BACKED_OFF;
	}

	@Override
	public @Nullable String reason() {
		return switch (state()) {
			case OFF -> "switched off when the application started";
			case BACKED_OFF -> "the application's own " + String.join(", ", builders());
			case NOT_APPLICABLE -> "no auto-configured request factory: a reactive application";
			default -> remark();
		};
	}

	private @Nullable String remark() {
		String[] factories = this.beans.getBeanNamesForType(ClientHttpRequestFactory.class, true, false);
		String own = String.join(", ",
				Arrays.stream(factories).filter((name) -> !name.equals("clientHttpRequestFactory")).toList());
		return own.isEmpty() ? null : "not for clients that use the application's own " + own;
	}

	private boolean isOurs(String name) {
		return this.beans.getBean(name) instanceof ResilientRequestFactoryBuilder;
	}

	private String[] builders() {
		return this.beans.getBeanNamesForType(ClientHttpRequestFactoryBuilder.class, true, false);
	}

}
