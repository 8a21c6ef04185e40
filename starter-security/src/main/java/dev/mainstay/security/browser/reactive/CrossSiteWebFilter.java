package dev.mainstay.security.browser.reactive;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.browser.CrossSiteProtection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses what another site would change in a user's name. Stands behind Spring Security,
 * which answers by itself what other sites send by design (the callbacks of OpenID
 * Connect), and before whatever has an effect. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CrossSiteWebFilter implements WebFilter, Ordered {

	/** Behind Spring Security (-100), before limits by principal (-80). */
	private static final int ORDER = -90;

	private final CrossSiteProtection protection;

	private final ReactiveTargets targets;

	private final TrustedProxies proxies;

	private final @Nullable ReactiveProblemWriter problems;

	/**
	 * Create the filter.
	 * @param protection finds the requests
	 * @param targets asks the application whether they are allowed
	 * @param proxies the proxies whose word is taken on which host was asked for
	 * @param problems writes refusals, {@code null} to answer with the status alone
	 */
	public CrossSiteWebFilter(CrossSiteProtection protection, ReactiveTargets targets, TrustedProxies proxies,
			@Nullable ReactiveProblemWriter problems) {
		this.protection = protection;
		this.targets = targets;
		this.proxies = proxies;
		this.problems = problems;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.protection.isActive()) {
			return chain.filter(exchange);
		}
		ReactiveBrowserRequest browser = new ReactiveBrowserRequest(exchange, this.proxies);
		if (!this.protection.isSuspect(browser)) {
			return chain.filter(exchange);
		}
		return this.targets.of(exchange)
			.map((target) -> !target.allowed() && this.protection.refuses(browser, target.route(), browser.request()))
			.flatMap((refused) -> refused ? refuse(exchange) : chain.filter(exchange));
	}

	private Mono<Void> refuse(ServerWebExchange exchange) {
		if (this.problems != null) {
			return this.problems.write(exchange, Problem.of(ProblemCode.CSRF_REJECTED));
		}
		exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
		return exchange.getResponse().setComplete();
	}

}
