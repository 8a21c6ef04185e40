package dev.mainstay.resilience.http.autoconfigure;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	static final String HTTP_CLIENT = "http-client";

	static final String RETRY = "retry";

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
		String remark = Stream.of(withoutTimeouts(), ownFactories())
			.filter(Objects::nonNull)
			.collect(Collectors.joining("; "));
		return remark.isEmpty() ? null : remark;
	}

	/** Retries surround any client, timeouts are put into those that are known. */
	private @Nullable String withoutTimeouts() {
		if (this.feature.equals(RETRY)) {
			return null;
		}
		String clients = Arrays.stream(builders())
			.map(this.beans::getBean)
			.filter((builder) -> builder instanceof ResilientRequestFactoryBuilder ours && !ours.isLimited())
			.map((builder) -> ((ResilientRequestFactoryBuilder) builder).delegate().getClass().getSimpleName())
			.collect(Collectors.joining(", "));
		return clients.isEmpty() ? null : "without timeouts: " + clients + " keeps its own, or has none";
	}

	private @Nullable String ownFactories() {
		String own = Arrays.stream(this.beans.getBeanNamesForType(ClientHttpRequestFactory.class, true, false))
			.filter((name) -> !name.equals("clientHttpRequestFactory"))
			.collect(Collectors.joining(", "));
		return own.isEmpty() ? null : "not for clients that use the application's own " + own;
	}

	private boolean isOurs(String name) {
		return this.beans.getBean(name) instanceof ResilientRequestFactoryBuilder;
	}

	private String[] builders() {
		return this.beans.getBeanNamesForType(ClientHttpRequestFactoryBuilder.class, true, false);
	}

}
