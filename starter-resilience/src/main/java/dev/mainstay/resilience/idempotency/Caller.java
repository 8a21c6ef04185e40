package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Whose key it is. Two callers who choose the same key never meet.
 *
 * @param kind {@code user} or {@code anonymous}, so that no name can be mistaken for
 * nobody
 * @param name the name of the user, or what else tells anonymous callers apart;
 * {@code null} if nothing does
 * @since 0.1.0
 */
public record Caller(String kind, @Nullable String name) {

	/**
	 * A caller whom the application knows by name.
	 * @param name the name of the principal
	 * @return the caller
	 */
	public static Caller user(String name) {
		return new Caller("user", name);
	}

	/**
	 * A caller whom the container does not know. An application that checks credentials
	 * later than in its security filter has only such callers; their credentials keep
	 * them apart, so that nobody is answered with what belongs to another one.
	 * @param credentials a digest of what the caller shows, {@code null} if it shows
	 * nothing
	 * @return the caller
	 */
	public static Caller anonymous(@Nullable String credentials) {
		return new Caller("anonymous", credentials);
	}

	/**
	 * Whom a store counts what it holds for. Anybody can pretend to be any number of
	 * callers whom nobody knows, so these are one.
	 * @return a digest
	 */
	String digest() {
		return new Sha256().add(this.kind).add("user".equals(this.kind) ? this.name : null).end();
	}

	@Override
	public String toString() {
		return this.kind;
	}

}
