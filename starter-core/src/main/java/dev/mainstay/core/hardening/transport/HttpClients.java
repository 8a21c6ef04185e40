package dev.mainstay.core.hardening.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.InspectedApplication;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The HTTP clients that are beans of the application itself, with where they come from.
 * What customizes the builder of Spring Boot leaves its trace in what is built.
 */
final class HttpClients {

	static final String TEMPLATE = "org.springframework.web.client.RestTemplate";

	static final String CLIENT = "org.springframework.web.client.RestClient";

	private static final String OBSERVATION = "org.springframework.boot.restclient.observation."
			+ "ObservationRestTemplateCustomizer";

	/** It initializes every request of every client that is built. */
	private static final String MAINSTAY = "dev.mainstay.resilience.";

	private final boolean observed;

	private final boolean resilient;

	private HttpClients(InspectedApplication application) {
		this.observed = application.declares(OBSERVATION) && application.beans(ObservationRegistry.class)
			.stream()
			.anyMatch((registry) -> registry != ObservationRegistry.NOOP);
		this.resilient = application.context().containsBean("mainstayLogicalCallCustomizer");
	}

	/** By the names of the beans. */
	static Map<String, BuiltBy> of(InspectedApplication application) {
		HttpClients clients = new HttpClients(application);
		Map<String, BuiltBy> found = new LinkedHashMap<>();
		application.namedBeans(RestTemplate.class).forEach((name, bean) -> {
			if (!BeanOwner.isSpring(application, name)) {
				found.put("RestTemplate " + name, clients.template(bean));
			}
		});
		application.namedBeans(RestClient.class).forEach((name, bean) -> {
			if (!BeanOwner.isSpring(application, name)) {
				found.put("RestClient " + name, clients.client(bean));
			}
		});
		return found;
	}

	private BuiltBy template(RestTemplate template) {
		if (this.resilient) {
			return isMarked(template.getClientHttpRequestInitializers()) ? BuiltBy.BUILDER : BuiltBy.HAND;
		}
		if (this.observed) {
			return (template.getObservationRegistry() == ObservationRegistry.NOOP) ? BuiltBy.HAND : BuiltBy.BUILDER;
		}
		return BuiltBy.UNSEEN;
	}

	/** What may be changed here is a copy. */
	private BuiltBy client(RestClient client) {
		if (!this.resilient) {
			return BuiltBy.UNSEEN;
		}
		List<ClientHttpRequestInitializer> initializers = new ArrayList<>();
		client.mutate().requestInitializers(initializers::addAll);
		return isMarked(initializers) ? BuiltBy.BUILDER : BuiltBy.HAND;
	}

	private static boolean isMarked(List<ClientHttpRequestInitializer> initializers) {
		return initializers.stream().anyMatch((it) -> it.getClass().getName().startsWith(MAINSTAY));
	}

}
