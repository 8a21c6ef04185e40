package dev.mainstay.core.hardening.transport;

/**
 * Where an HTTP client comes from, as far as its own state tells.
 */
enum BuiltBy {

	/** The builder of Spring Boot, with everything that customizes it. */
	BUILDER,

	/** Something else: what customizes the builder has left no trace in it. */
	HAND,

	/** Nothing that customizes the builder leaves a trace. */
	UNSEEN

}
