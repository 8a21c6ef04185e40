package dev.mainstay.core.hardening.transport;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.data.BeanState;

/**
 * The time-outs that clients have unless they set their own.
 */
final class HttpDefaults {

	private static final String PACKAGE = "org.springframework.boot.http.client.";

	private static final String CLIENTS = "restClientBuilder";

	private static final String REACTIVE_CLIENTS = "webClientBuilder";

	private static final String BUILDER = "clientHttpRequestFactoryBuilder";

	/** Those that leave the time-outs to the application. */
	private static final List<String> OTHERS = List.of("org.springframework.", "dev.mainstay.resilience.",
			"dev.mainstay.observability.", "dev.mainstay.security.");

	/** Each of them may give a client a factory with time-outs. */
	private static final List<String> CUSTOMIZERS = List.of(
			PACKAGE + "autoconfigure.ClientHttpRequestFactoryBuilderCustomizer",
			"org.springframework.boot.restclient.RestClientCustomizer",
			"org.springframework.boot.restclient.RestTemplateCustomizer",
			"org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer");

	private final InspectedApplication application;

	HttpDefaults(InspectedApplication application) {
		this.application = application;
	}

	/** The names of those that nobody has set. */
	List<String> missing() {
		List<Object> settings = this.application.beans(PACKAGE + "HttpClientSettings");
		return Stream.of("connect", "read")
			.filter((it) -> settings.stream().allMatch((bean) -> BeanState.read(bean, it + "Timeout") == null))
			.map((it) -> it + "-timeout")
			.toList();
	}

	/** Mainstay's are finite, and so are Jetty's own. */
	boolean areFinite() {
		return missing().isEmpty() || builders().stream()
			.anyMatch((builder) -> Boolean.TRUE.equals(BeanState.read(builder, "limited")) || isJetty(builder));
	}

	/** Whether there are blocking clients to which the others apply. */
	boolean areOfBlockingClients() {
		return !builders().isEmpty();
	}

	/** The same for WebClient. */
	boolean areFiniteForReactive() {
		return missing().isEmpty() || this.application.beans(PACKAGE + "reactive.ClientHttpConnectorBuilder")
			.stream()
			.anyMatch((builder) -> Boolean.TRUE.equals(BeanState.read(builder, "limited")));
	}

	private static boolean isJetty(Object builder) {
		return builder.getClass().getSimpleName().startsWith("Jetty");
	}

	/** One under the name that Spring Boot injects, such as one that balances load. */
	boolean areReplaced() {
		return isReplaced(CLIENTS) || isReplaced(REACTIVE_CLIENTS);
	}

	private boolean isReplaced(String builder) {
		return this.application.context().containsBean(builder) && !BeanOwner.isSpring(this.application, builder);
	}

	/** Whether the application has a hand in what the builder builds. */
	boolean areCustomized() {
		return !BeanOwner.isSpring(this.application, BUILDER)
				|| !builders().stream().allMatch((builder) -> builder.getClass().getName().startsWith(PACKAGE))
				|| CUSTOMIZERS.stream()
					.flatMap((type) -> this.application.beans(type).stream())
					.map((bean) -> bean.getClass().getName())
					.anyMatch((type) -> OTHERS.stream().noneMatch(type::startsWith));
	}

	private List<Object> builders() {
		return this.application.beans(PACKAGE + "ClientHttpRequestFactoryBuilder");
	}

}
