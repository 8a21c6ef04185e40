package dev.mainstay.core.hardening.probe;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a probe is for. A handler of the application is found, but never called.
 *
 * @since 0.1.0
 */
public enum ProbeTarget {

	/**
	 * The handler that the application has for it, behind all that guards it.
	 */
	HANDLER(null, null, null),

	/**
	 * The handler that the application has for it, past Spring Security.
	 */
	INSIDE(null, null, null),

	/**
	 * A handler that fails, past Spring Security.
	 */
	FAILURE("fail", null, null),

	/**
	 * A handler that takes a number and gets none, past Spring Security.
	 */
	NUMBER("takeNumber", null, "number=" + ProbeHandler.CANARY),

	/**
	 * A handler that takes an object in JSON and gets half of one, past Spring Security.
	 */
	BODY("takeBody", "{\"name\":\"" + ProbeHandler.CANARY, null);

	private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

	private final @Nullable String method;

	private final @Nullable String body;

	private final @Nullable String query;

	ProbeTarget(@Nullable String method, @Nullable String body, @Nullable String query) {
		this.method = method;
		this.body = body;
		this.query = query;
	}

	/**
	 * Whether Spring Security is left out.
	 * @return whether it is
	 */
	public boolean isPastSecurity() {
		return this != HANDLER;
	}

	/**
	 * The method of {@link ProbeHandler} that gets the request.
	 * @return its name, {@code null} if the application has the handler
	 */
	public @Nullable String method() {
		return this.method;
	}

	/**
	 * What is sent, as {@code application/json}. What comes as far as a handler, which is
	 * not called, need not be more than an empty object.
	 * @param verb the request method
	 * @return the body, {@code null} if there is none
	 */
	public @Nullable String body(String verb) {
		return (this == HANDLER && WITH_BODY.contains(verb)) ? "{}" : this.body;
	}

	/**
	 * What is accepted. A stranger takes what there is.
	 * @return the value of the header
	 */
	public String accept() {
		return (this == HANDLER) ? "*/*" : "application/json";
	}

	/**
	 * The query.
	 * @return the query, {@code null} if there is none
	 */
	public @Nullable String query() {
		return this.query;
	}

}
