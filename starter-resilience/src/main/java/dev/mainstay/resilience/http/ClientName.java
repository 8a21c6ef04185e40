package dev.mainstay.resilience.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequestInitializer;

/**
 * The name of a client, by which it is configured, counted and bounded. HTTP service
 * groups have theirs already. Another client is given one by an attribute of its
 * requests: <pre class="code">
 * builder.defaultRequest((request) -&gt; request.attribute(ClientName.ATTRIBUTE, "payments"))
 * </pre>
 *
 * @since 0.1.0
 */
public final class ClientName {

	/**
	 * The name of the attribute.
	 */
	public static final String ATTRIBUTE = "mainstay.http-client.name";

	private ClientName() {
	}

	/**
	 * An initializer that gives requests a name which have none.
	 * @param name the name
	 * @return the initializer, thread-safe
	 */
	public static ClientHttpRequestInitializer initializer(String name) {
		return (request) -> request.getAttributes().putIfAbsent(ATTRIBUTE, name);
	}

	/**
	 * The name that a request carries.
	 * @param attributes the attributes of the request
	 * @return the name, {@code null} if there is none
	 */
	public static @Nullable String of(Map<String, Object> attributes) {
		return (attributes.get(ATTRIBUTE) instanceof String name && !name.isBlank()) ? name : null;
	}

}
