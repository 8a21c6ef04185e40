package dev.mainstay.resilience.idempotency.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.FingerprintKind;
import dev.mainstay.resilience.idempotency.KeyUse;
import dev.mainstay.resilience.idempotency.RouteRule;
import dev.mainstay.resilience.idempotency.WhenDown;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of idempotency keys that say what callers may expect, apart from those of
 * the store and the limits.
 *
 * @param routes What is done with keys (required, optional or off) by path pattern, such
 * as "[/payments/**]", or by method and path pattern, such as "[PUT /payments/**]". A
 * pattern without a method speaks of POST and PATCH. The most specific pattern counts
 * @param whenDown What is done with a request while the store fails. "open" runs it
 * without protection, "closed" refuses it with 503; unless set, requests are refused
 * where keys are required or operations are joined, and run elsewhere
 * @param fingerprint How the body of a repetition is compared. "raw" compares bytes,
 * "canonical-json" what the JSON says
 * @param waitTime Time for which the duplicate of a request in progress waits for the
 * answer before it is refused
 * @param maxWaiters Number of requests that may wait at the same time. On the servlet
 * stack each of them holds a thread
 * @param policyPage Page that publishes the rules for keys
 */
@ConfigurationProperties("mainstay.idempotency")
record IdempotencyPolicyProperties(@DefaultValue Map<String, KeyUse> routes, @Nullable WhenDown whenDown,
		@DefaultValue("raw") FingerprintKind fingerprint, @Name("wait") @DefaultValue("0s") Duration waitTime,
		@DefaultValue("16") int maxWaiters, @DefaultValue PolicyPageProperties policyPage) {

	private static final String PREFIX = "mainstay.idempotency.";

	/** Clients and proxies have given up by then. */
	private static final Duration MAX_WAIT = Duration.ofMinutes(5);

	IdempotencyPolicyProperties {
		InvalidPropertyException.check(!waitTime.isNegative() && waitTime.compareTo(MAX_WAIT) <= 0, PREFIX + "wait",
				waitTime, "it has to be from 0s to 5m", "Set it to one such as 2s, or remove it");
		InvalidPropertyException.check(maxWaiters >= 0, PREFIX + "max-waiters", maxWaiters,
				"it has to be zero or above", "Set it to one such as 16, or remove it");
		routes.forEach(IdempotencyPolicyProperties::rule);
	}

	List<RouteRule> rules() {
		List<RouteRule> rules = new ArrayList<>();
		this.routes.forEach((route, use) -> rules.add(rule(route, use)));
		return rules;
	}

	private static RouteRule rule(String route, KeyUse use) {
		try {
			return RouteRule.parse(route, use);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(PREFIX + "routes[" + route + "]", use.name().toLowerCase(Locale.ROOT),
					String.valueOf(ex.getMessage()),
					"Set one such as mainstay.idempotency.routes[POST /payments/**], or remove it");
		}
	}

	/**
	 * Properties of the page.
	 *
	 * @param enabled Whether the rules for keys are published on a page, to which
	 * refusals link
	 * @param path Path of the page within the application
	 */
	record PolicyPageProperties(@DefaultValue("true") boolean enabled,
			@DefaultValue("/mainstay/idempotency") String path) {

		PolicyPageProperties {
			InvalidPropertyException.check(path.matches("/[A-Za-z0-9._~/-]+"), PREFIX + "policy-page.path", path,
					"it has to be a path that begins with a slash and has letters, digits and . _ ~ - / only",
					"Set it to one such as /mainstay/idempotency, or remove it");
		}

	}

}
