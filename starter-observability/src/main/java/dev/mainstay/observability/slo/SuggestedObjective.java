package dev.mainstay.observability.slo;

import java.util.Locale;

import dev.mainstay.observability.slo.ObservedTraffic.Seen;

/**
 * Five lines of YAML for the busiest route, with what it has kept until now. Immutable.
 *
 * @since 0.1.0
 */
public final class SuggestedObjective {

	private static final double[] TARGETS = { 0.999, 0.995, 0.99, 0.97 };

	private static final double IN_TIME = 0.99;

	private static final double LOWEST = 0.95;

	private SuggestedObjective() {
	}

	/**
	 * Suggest an objective.
	 * @param traffic what was seen
	 * @return lines to be put into a configuration file and thought about
	 */
	public static String of(ObservedTraffic traffic) {
		Seen seen = traffic.busiest();
		if (seen == null) {
			return lines("all-requests", "/**", "99.5%  # no request was seen yet", "1s");
		}
		double good = 1 - (double) seen.bad() / seen.total();
		String remark = String.format(Locale.ROOT, "  # of %d requests %.2f%% were good", seen.total(), good * 100);
		return lines(slug(seen.name()), seen.name(), percent(target(good)) + remark,
				seen.threshold(IN_TIME).toMillis() + "ms");
	}

	private static String lines(String name, String route, String availability, String latency) {
		return "mainstay.slo.objectives." + name + ":\n  routes: " + list(route) + "\n  availability: " + availability
				+ "\n  latency: " + latency + "\n  latency-target: 99%\n";
	}

	/** A comma would separate two routes, unless it is in an element of a list. */
	private static String list(String route) {
		String quoted = "\"" + route.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
		return (route.indexOf(',') < 0) ? quoted : "[" + quoted + "]";
	}

	/** With half of the budget to spare, so that it is not missed on the first day. */
	private static double target(double good) {
		for (double target : TARGETS) {
			if (1 - good <= (1 - target) / 2) {
				return target;
			}
		}
		return LOWEST;
	}

	private static String percent(double share) {
		return Decimals.plain(Decimals.product(share, 100)) + "%";
	}

	private static String slug(String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
		return (slug.length() > 50) ? slug.substring(0, 50) : slug;
	}

}
