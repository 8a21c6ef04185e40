package dev.mainstay.security.event;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is told: bounded, printable and masked, whoever wrote what is in it.
 *
 * @param type what it is about
 * @param principal whom it is about, as it is told
 * @param fields more about it, by name
 */
record ToldEvent(SecurityEventType type, @Nullable ToldPrincipal principal, Map<String, String> fields) {

	static final String EVENT = "security.event";

	static final String OUTCOME = "outcome";

	private static final String USER = "user.name";

	private static final String USER_HASH = "user.hash";

	private static final String REASON = "reason";

	private static final String CLIENT = "client.address";

	private static final String PEER = "network.peer.address";

	private static final String METHOD = "http.request.method";

	private static final String ROUTE = "http.route";

	private static final String PATH = "url.path";

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS",
			"TRACE", "PATCH", "QUERY");

	/** What a room that knows the request by itself says of it. */
	private static final Map<String, String> ALIASES = Map.of("method", METHOD, "route", ROUTE, "path", PATH, "peer",
			PEER, "client", CLIENT);

	/** As the semantic conventions have it for a method that is not known. */
	private static final String OTHER_METHOD = "_OTHER";

	static ToldEvent of(SecurityEvent event, @Nullable ToldPrincipal principal, TrustedProxies proxies,
			TextMasker masker) {
		UnaryOperator<String> shown = (text) -> Printable.value(text, masker);
		Map<String, String> fields = new TreeMap<>();
		event.data().forEach((name, value) -> fields.put(ALIASES.getOrDefault(name, name), shown.apply(value)));
		fields.computeIfPresent(METHOD, (name, method) -> method(method));
		fields.put(EVENT, event.type().eventName());
		fields.put("security.severity", event.type().severity().name().toLowerCase(Locale.ROOT));
		fields.put(OUTCOME, outcome(event.type()));
		if (principal != null) {
			fields.put(principal.hashed() ? USER_HASH : USER, principal.text());
		}
		if (event.request() != null) {
			addRequest(fields, event.request(), proxies, shown);
		}
		return new ToldEvent(event.type(), principal, fields);
	}

	static String outcome(SecurityEventType type) {
		return type.failure() ? "failure" : "success";
	}

	private static void addRequest(Map<String, String> fields, RequestExchange request, TrustedProxies proxies,
			UnaryOperator<String> shown) {
		RequestStart start = request.start();
		fields.put(METHOD, method(start.method()));
		putIfKnown(fields, ROUTE, request.route());
		String path = start.path();
		putIfKnown(fields, PATH, (path != null) ? shown.apply(path) : null);
		putIfKnown(fields, CLIENT, proxies.clientOf(start.peer()));
		putIfKnown(fields, PEER, start.peer().address());
	}

	private static String method(@Nullable String method) {
		return (method != null && METHODS.contains(method)) ? method : OTHER_METHOD;
	}

	private static void putIfKnown(Map<String, String> fields, String name, @Nullable String value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

	/**
	 * In the form of the vocabulary, with what a person reads first behind it.
	 * @return one line
	 */
	String message() {
		StringBuilder message = new StringBuilder(this.type.eventName());
		message.append(':').append((this.principal != null) ? this.principal : "-");
		append(message, " ", REASON);
		append(message, " from ", this.fields.containsKey(CLIENT) ? CLIENT : PEER);
		append(message, ", ", METHOD);
		append(message, " ", this.fields.containsKey(ROUTE) ? ROUTE : PATH);
		return message.toString();
	}

	private void append(StringBuilder message, String before, String name) {
		String value = this.fields.get(name);
		if (value != null) {
			message.append(before).append(value);
		}
	}

}
