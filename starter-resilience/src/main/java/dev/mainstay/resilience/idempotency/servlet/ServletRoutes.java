package dev.mainstay.resilience.idempotency.servlet;

import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.RoutePolicy;
import dev.mainstay.resilience.idempotency.RouteRules;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What is done with the keys of requests, by their routes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServletRoutes {

	private final RouteRules rules;

	private final DeclaredHandlers declared;

	private final Predicate<HttpServletRequest> readers;

	private final Predicate<HttpServletRequest> management;

	private final SingletonSupplier<Boolean> requireSome;

	/**
	 * Create it.
	 * @param rules what was configured
	 * @param declared what the handlers say
	 * @param readers tells whether the handler of a request reads the key itself
	 * @param management tells whether a request is for a management endpoint, which takes
	 * no key whatever was configured
	 */
	public ServletRoutes(RouteRules rules, DeclaredHandlers declared, Predicate<HttpServletRequest> readers,
			Predicate<HttpServletRequest> management) {
		this.rules = rules;
		this.declared = declared;
		this.readers = readers;
		this.management = management;
		this.requireSome = SingletonSupplier
			.of(() -> rules.requireSome() || rules.safely(declared::requireSome, false));
	}

	/** Whether a request without a key may have to be refused. */
	boolean mayRequire(HttpServletRequest request) {
		return RouteRules.mayApplyTo(request.getMethod()) && this.requireSome.obtain();
	}

	RoutePolicy policyOf(HttpServletRequest request) {
		if (this.rules.safely(() -> this.management.test(request), false)) {
			return RoutePolicy.OFF;
		}
		return this.rules.policy(request.getMethod(),
				() -> ServletRequestPathUtils.parse(request).pathWithinApplication(), () -> this.declared.of(request));
	}

	boolean readsKey(HttpServletRequest request) {
		return this.readers.test(request);
	}

}
