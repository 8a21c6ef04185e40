package dev.mainstay.observability.accesslog.autoconfigure;

import java.time.Duration;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the access log, and of what counts as slow.
 *
 * @param sampling Share of the requests answered below status 400 and not slow that is
 * logged, from 0 to 1, chosen by trace id
 * @param slowThreshold Duration from which on a request is slow: marked, always logged,
 * and its trace kept; 0 for never
 * @param slowThresholds Durations of single routes in place of the common one, by the
 * templates of the routes; 0 for a route that is never slow
 */
@ConfigurationProperties("mainstay.access-log")
record AccessLogProperties(@DefaultValue("1") double sampling, @DefaultValue("1s") Duration slowThreshold,
		@DefaultValue Map<String, Duration> slowThresholds) {

	private static final String PREFIX = "mainstay.access-log.";

	AccessLogProperties {
		InvalidPropertyException.check(sampling >= 0 && sampling <= 1, PREFIX + "sampling", sampling,
				"it has to be from 0 to 1", "Write a share, such as 0.1 for one request of ten");
		checkDuration("slow-threshold", slowThreshold);
		slowThresholds.forEach((route, threshold) -> {
			String property = "slow-thresholds[" + route + "]";
			InvalidPropertyException.check(route.startsWith("/"), PREFIX + property, threshold,
					"its key is not the template of a route",
					"Write the template in brackets, such as slow-thresholds[/orders/{id}]");
			checkDuration(property, threshold);
		});
		slowThresholds = Map.copyOf(slowThresholds);
	}

	private static void checkDuration(String property, Duration threshold) {
		InvalidPropertyException.check(!threshold.isNegative(), PREFIX + property, threshold, "it is negative",
				"Write a duration, such as 300ms, or 0 for never");
	}

}
