package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of outgoing HTTP calls.
 *
 * @param connectTimeout Time to wait for a connection where the application sets none
 * @param responseTimeout Time to wait for the head of an answer where the application
 * sets no read timeout
 * @param idleTimeout Time to wait between two bytes of an answer's body where the
 * application sets no read timeout. Clients that know one timeout only get the shorter
 * one of this and the response timeout
 * @param attemptTimeout Time that one attempt may take with the body of its answer,
 * unless that is streamed. Not limited if not set
 * @param totalTimeout Time that a call may take with all its attempts and the waits
 * between them. Not limited if not set, except by the deadline of the request that it is
 * made for
 * @param maxConcurrentCalls Number of calls of a client to one authority at a time, 0 for
 * any number
 * @param rateLimit Number of calls of a client to one authority in a period
 * @param deadlineHeader Name of the header in which the other side is told how much time
 * there is; by default that of mainstay.deadline.header, empty for none
 * @param breaker How far the circuit breakers are taken; as the mode says if not set
 * @param clients Clients by their names, with what is different for them
 */
@ConfigurationProperties("mainstay.http-client")
record HttpClientProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("60s") Duration responseTimeout,
		@DefaultValue("60s") Duration idleTimeout, @Nullable Duration attemptTimeout, @Nullable Duration totalTimeout,
		@DefaultValue("0") int maxConcurrentCalls, @DefaultValue RateLimit rateLimit, @Nullable String deadlineHeader,
		@Nullable Rung breaker, Map<String, Client> clients) {

	HttpClientProperties {
		requireTimeout("connect-timeout", connectTimeout);
		requireTimeout("response-timeout", responseTimeout);
		requireTimeout("idle-timeout", idleTimeout);
		requireTimeout("attempt-timeout", attemptTimeout);
		requireTimeout("total-timeout", totalTimeout);
		requireCount("max-concurrent-calls", maxConcurrentCalls);
		requireCount("rate-limit.calls", rateLimit.calls());
		requireTimeout("rate-limit.period", rateLimit.period());
		requireHeader("deadline-header", deadlineHeader);
		clients = (clients != null) ? Map.copyOf(clients) : Map.of();
		clients.forEach(HttpClientProperties::requireClient);
	}

	private static void requireClient(String name, Client client) {
		String prefix = "clients." + name + ".";
		requireTimeout(prefix + "attempt-timeout", client.attemptTimeout());
		requireTimeout(prefix + "total-timeout", client.totalTimeout());
		requireCount(prefix + "max-concurrent-calls", client.maxConcurrentCalls());
		requireCount(prefix + "max-retries", client.maxRetries());
		Duration pause = client.maxNotBefore();
		require(prefix + "max-not-before", (pause != null) ? pause : "", pause == null || !pause.isNegative(),
				"it is negative", "Set it to 0s to leave nobody alone but for the call it asked");
		requireCount(prefix + "rate-limit.calls", (client.rateLimit() != null) ? client.rateLimit().calls() : null);
		requireTimeout(prefix + "rate-limit.period", (client.rateLimit() != null) ? client.rateLimit().period() : null);
	}

	/** Sockets count milliseconds in 31 bits. */
	private static void requireTimeout(String name, @Nullable Duration duration) {
		if (duration != null) {
			require(name, duration,
					duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(24)) <= 0,
					"it has to be from 1ms to 24d", "Set it to one such as 60s; to have neither timeouts nor retries "
							+ "of Mainstay set mainstay.http-client.enabled=false");
		}
	}

	private static void requireCount(String name, @Nullable Integer count) {
		if (count != null) {
			require(name, count, count >= 0 && count <= 1_000_000, "it has to be from 0 to 1000000",
					"Set it to 0 for no limit, or remove it");
		}
	}

	static void requireHeader(String name, @Nullable String header) {
		if (header != null) {
			require(name, header, header.matches("[A-Za-z0-9_-]*"), "it is no name of a header",
					"Set it to one such as X-Request-Timeout-Ms, or to nothing");
		}
	}

	static void require(String name, Object value, boolean valid, String reason, String fix) {
		InvalidPropertyException.check(valid, "mainstay.http-client." + name, value, reason, fix);
	}

	/**
	 * Properties of a limit of calls in a period.
	 *
	 * @param calls Number of calls in the period, 0 for any number
	 * @param period Length of the period
	 */
	record RateLimit(@DefaultValue("0") int calls, @DefaultValue("1s") Duration period) {
	}

	/**
	 * What is different for one client.
	 *
	 * @param hosts Hosts, or hosts and ports, that the client calls; a client that has a
	 * name already, such as that of its HTTP service group, needs none
	 * @param attemptTimeout Time that one attempt may take with the body of its answer,
	 * unless that is streamed
	 * @param totalTimeout Time that a call may take with all its attempts and the waits
	 * between them
	 * @param maxConcurrentCalls Number of calls to one authority at a time, 0 for any
	 * number
	 * @param maxRetries Number of times that a call is made once more at most
	 * @param maxNotBefore Longest time for which all its callers leave an authority alone
	 * that asked for it
	 * @param rateLimit Number of calls to one authority in a period
	 */
	record Client(List<String> hosts, @Nullable Duration attemptTimeout, @Nullable Duration totalTimeout,
			@Nullable Integer maxConcurrentCalls, @Nullable Integer maxRetries, @Nullable Duration maxNotBefore,
			@Nullable RateLimit rateLimit) {

		Client {
			hosts = (hosts != null) ? List.copyOf(hosts) : List.of();
		}

	}

}
