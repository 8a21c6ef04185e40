package dev.mainstay.resilience.idempotency;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.server.PathContainer;

/**
 * What routes do with keys: as they were configured, else as their handlers say, else
 * optional for POST and PATCH. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RouteRules {

	/**
	 * The methods that may take a key. The others have no effect by their definition.
	 */
	static final Set<String> METHODS = Set.of("POST", "PATCH", "PUT", "DELETE");

	private static final Comparator<RouteRule> MOST_SPECIFIC_FIRST = Comparator.comparing(RouteRule::pattern)
		.thenComparing((rule) -> rule.method() == null);

	private static final Logger logger = LoggerFactory.getLogger(RouteRules.class);

	private final List<RouteRule> rules;

	private final AtomicBoolean said = new AtomicBoolean();

	private final @Nullable WhenDown whenDown;

	private final IdempotencyMode mode;

	/**
	 * Create it.
	 * @param rules what was configured
	 * @param whenDown what is done while the store cannot be asked, {@code null} to
	 * refuse where keys are required or operations are joined, and to run elsewhere
	 * @param mode how effect and record belong together where no handler says so
	 */
	public RouteRules(Collection<RouteRule> rules, @Nullable WhenDown whenDown, IdempotencyMode mode) {
		this.rules = rules.stream().sorted(MOST_SPECIFIC_FIRST).toList();
		this.whenDown = whenDown;
		this.mode = mode;
	}

	/**
	 * Whether a request of this method may be asked for a key, or take one.
	 * @param method the method
	 * @return {@code false} if {@link #policy} says that it is off in any case
	 */
	public static boolean mayApplyTo(String method) {
		return METHODS.contains(method);
	}

	/**
	 * What was configured.
	 * @return the rules, the most specific ones first
	 */
	public List<RouteRule> rules() {
		return this.rules;
	}

	/**
	 * How effect and record belong together where no handler says so.
	 * @return what was configured
	 */
	public IdempotencyMode mode() {
		return this.mode;
	}

	/**
	 * Whether any configured route requires a key.
	 * @return whether a request without a key has to be looked at
	 */
	public boolean requireSome() {
		return this.rules.stream().anyMatch((rule) -> rule.use() == KeyUse.REQUIRED);
	}

	/**
	 * What is done with the key of a request.
	 * @param method its method
	 * @param path gives its path within the application; asked only if it matters
	 * @param declared gives what its handler says; asked in any case, as the route's use
	 * may be configured and the rest be declared
	 * @return the policy
	 */
	public RoutePolicy policy(String method, Supplier<PathContainer> path,
			Supplier<@Nullable DeclaredPolicy> declared) {
		if (!METHODS.contains(method)) {
			return RoutePolicy.OFF;
		}
		RoutePolicy policy = declared(method, safely(declared, null));
		RouteRule rule = this.rules.isEmpty() ? null : find(method, path.get());
		RoutePolicy used = ((rule != null) ? policy.withUse(rule.use()) : policy).orMode(this.mode);
		boolean closed = (this.whenDown != null) ? this.whenDown == WhenDown.CLOSED
				: used.isRequired() || used.isJoined();
		return used.withClosed(closed);
	}

	/**
	 * Ask for what the application's own code may fail to give.
	 * @param <T> the type of the answer
	 * @param question the question
	 * @param otherwise the answer if it fails, which is said once
	 * @return the answer
	 */
	public <T extends @Nullable Object> T safely(Supplier<T> question, T otherwise) {
		try {
			return question.get();
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.said.compareAndSet(false, true)) {
				logger.warn("It cannot be found out what handlers say of idempotency keys. What was configured and "
						+ "the defaults count. This is said once.", ex);
			}
			return otherwise;
		}
	}

	private static RoutePolicy declared(String method, @Nullable DeclaredPolicy declared) {
		if (declared != null && declared.appliesTo(method)) {
			return declared.policy();
		}
		return Idempotency.appliesTo(method) ? RoutePolicy.OPTIONAL : RoutePolicy.OFF;
	}

	private @Nullable RouteRule find(String method, PathContainer path) {
		return this.rules.stream().filter((rule) -> rule.matches(method, path)).findFirst().orElse(null);
	}

}
