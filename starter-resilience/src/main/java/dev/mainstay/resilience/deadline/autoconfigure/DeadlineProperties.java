package dev.mainstay.resilience.deadline.autoconfigure;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.deadline.DeadlineSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of deadlines.
 *
 * @param header Name of the header in which a caller inside mainstay.trusted-proxies says
 * in how many milliseconds it wants an answer
 * @param ofServer Time after which the answer to any request is of no use, whoever sent
 * it. Without it only callers give deadlines
 * @param max Time that is taken at most from what a caller says
 * @param expired How far requests are refused that come when their time is up; follows
 * mainstay.mode if not set
 * @param jdbc Whether statements end with the deadline of their request, where the
 * application gives them no time of their own
 */
@ConfigurationProperties("mainstay.deadline")
record DeadlineProperties(@DefaultValue("X-Request-Timeout-Ms") String header,
		@Name("default") @Nullable Duration ofServer, @DefaultValue("10m") Duration max, @Nullable Rung expired,
		@DefaultValue("true") boolean jdbc) {

	/** What a header may be called, RFC 9110, 5.6.2. */
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	/** Well within what a clock of nanoseconds counts. */
	private static final Duration MAX_TIME = Duration.ofDays(3650);

	DeadlineProperties {
		InvalidPropertyException.check(TOKEN.matcher(header).matches(), "mainstay.deadline.header", header,
				"it is not the name of a header", "Set it to one such as X-Request-Timeout-Ms, or remove it");
		checkTime("max", max, "10m");
		if (ofServer != null) {
			checkTime("default", ofServer, "30s");
			InvalidPropertyException.check(ofServer.compareTo(max) <= 0, "mainstay.deadline.default", ofServer,
					"it is longer than mainstay.deadline.max, which is " + max.toMillis() + " ms",
					"Set it to that or less, or raise mainstay.deadline.max");
		}
	}

	private static void checkTime(String name, Duration time, String example) {
		InvalidPropertyException.check(time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(MAX_TIME) <= 0,
				"mainstay.deadline." + name, time, "it has to be from 1ms to 3650d",
				"Set it to one such as " + example + ", or remove it");
	}

	DeadlineSettings settings() {
		return new DeadlineSettings(this.header, this.ofServer, this.max);
	}

}
