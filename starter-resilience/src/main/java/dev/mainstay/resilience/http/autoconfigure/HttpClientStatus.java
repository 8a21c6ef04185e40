package dev.mainstay.resilience.http.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import dev.mainstay.resilience.http.reactive.ResilientConnectorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;

/**
 * Says whether the clients that this application gets injected are the ones with timeouts
 * and retries.
 */
final class HttpClientStatus implements FeatureStatus {

	static final String HTTP_CLIENT = "http-client";

	static final String RETRY = "retry";

	private static final boolean REACTIVE = ClassUtils.isPresent("reactor.core.publisher.Mono",
			HttpClientStatus.class.getClassLoader());

	private static final Set<String> AUTO_CONFIGURED = Set.of("clientHttpRequestFactory", "clientHttpConnector");

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
		List<String> builders = builders();
		if (builders.isEmpty()) {
			return FeatureState.NOT_APPLICABLE;
		}
		return builders.stream().anyMatch(this::isOurs) ? FeatureState.ON : FeatureState.BACKED_OFF;
	}

	@Override
	public @Nullable String reason() {
		return switch (state()) {
			case OFF -> "switched off when the application started";
			case BACKED_OFF -> "the application's own " + String.join(", ", builders());
			case NOT_APPLICABLE -> "no auto-configured request factory or connector";
			default -> remark();
		};
	}

	private @Nullable String remark() {
		String remark = Stream.of(withoutTimeouts(), own()).filter(Objects::nonNull).collect(Collectors.joining("; "));
		return remark.isEmpty() ? null : remark;
	}

	/** Retries surround any client, timeouts are put into those that are known. */
	private @Nullable String withoutTimeouts() {
		if (this.feature.equals(RETRY)) {
			return null;
		}
		String clients = builders().stream()
			.map(this.beans::getBean)
			.filter((builder) -> builder instanceof ResilientRequestFactoryBuilder ours && !ours.isLimited())
			.map((builder) -> ((ResilientRequestFactoryBuilder) builder).delegate().getClass().getSimpleName())
			.collect(Collectors.joining(", "));
		return clients.isEmpty() ? null : "without timeouts: " + clients + " keeps its own, or has none";
	}

	/** What clients may use instead. */
	private @Nullable String own() {
		Stream<String> builders = builders().stream().filter((name) -> !isOurs(name));
		Stream<String> clients = Stream.concat(names(ClientHttpRequestFactory.class), connectors())
			.filter((name) -> !AUTO_CONFIGURED.contains(name));
		String own = Stream.concat(builders, clients).collect(Collectors.joining(", "));
		return own.isEmpty() ? null : "not for clients that use the application's own " + own;
	}

	private boolean isOurs(String name) {
		Object builder = this.beans.getBean(name);
		return builder instanceof ResilientRequestFactoryBuilder || builder instanceof ResilientConnectorBuilder;
	}

	private List<String> builders() {
		return Stream
			.concat(names(ClientHttpRequestFactoryBuilder.class),
					REACTIVE ? names(ClientHttpConnectorBuilder.class) : Stream.empty())
			.toList();
	}

	private Stream<String> connectors() {
		return REACTIVE ? names(ClientHttpConnector.class) : Stream.empty();
	}

	private Stream<String> names(Class<?> type) {
		return Arrays.stream(this.beans.getBeanNamesForType(type, true, false));
	}

}
