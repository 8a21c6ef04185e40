package dev.mainstay.resilience.actuate;

import java.time.Duration;
import java.util.Locale;

import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Latencies;
import org.jspecify.annotations.Nullable;

/**
 * How long successful attempts took, until the head of the answer.
 *
 * @param attempts how many there were
 * @param p50 half of them took at most this long, {@code null} if there was none
 * @param p99 all but one in a hundred took at most this long
 * @param proposal a tighter limit that they would have kept, {@code null} if there is
 * none, or too little is known
 * @since 0.1.0
 */
public record TimesCell(long attempts, @Nullable String p50, @Nullable String p99, @Nullable Proposal proposal) {

	static TimesCell of(Destination destination) {
		Latencies latencies = destination.latencies();
		Duration p99 = latencies.percentile(0.99);
		return new TimesCell(latencies.count(), ResilienceEndpoint.text(latencies.percentile(0.5)),
				ResilienceEndpoint.text(p99), Proposal.of(destination, latencies.count(), p99));
	}

	/**
	 * A tighter limit.
	 *
	 * @param property the property to set
	 * @param value its value
	 * @param because how it was computed
	 * @since 0.1.0
	 */
	public record Proposal(String property, String value, String because) {

		/** Fewer say nothing about one in a hundred. */
		private static final long MIN_ATTEMPTS = 200;

		/** A pause of the garbage collector, or a lost packet, is no failure. */
		private static final long MIN_MILLIS = 100;

		static @Nullable Proposal of(Destination destination, long attempts, @Nullable Duration p99) {
			if (attempts < MIN_ATTEMPTS || p99 == null) {
				return null;
			}
			long twice = p99.multipliedBy(2).plusNanos(999_999).toMillis();
			long value = rounded(Math.max(twice, MIN_MILLIS));
			Duration current = destination.policy().times().attempt();
			if (current != null && current.toMillis() <= value) {
				return null;
			}
			String name = destination.policy().name();
			String prefix = "mainstay.http-client." + (name.equals("default") ? "" : "clients." + name + ".");
			return new Proposal(prefix + "attempt-timeout", value + "ms", because(attempts, p99, value, current));
		}

		private static String because(long attempts, Duration p99, long value, @Nullable Duration current) {
			return String.format(Locale.ROOT,
					"the greater of 2 x p99 (2 x %s) and %d ms, rounded up to two digits, is %d ms; %s. Measured over "
							+ "%,d attempts that succeeded, until the head of the answer: add what its body takes",
					ResilienceEndpoint.text(p99), MIN_MILLIS, value,
					(current != null) ? "it is " + ResilienceEndpoint.text(current) : "there is no limit", attempts);
		}

		private static long rounded(long millis) {
			long unit = 1;
			while (millis / unit >= 100) {
				unit *= 10;
			}
			return (millis + unit - 1) / unit * unit;
		}

	}

}
