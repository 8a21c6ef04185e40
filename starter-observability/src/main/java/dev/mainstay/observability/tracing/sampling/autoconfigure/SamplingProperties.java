package dev.mainstay.observability.tracing.sampling.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the sampling of traces.
 *
 * @param tracesPerSecond Number of new traces a second that are exported in any case; 5,
 * or 0 if management.tracing.sampling.probability is set
 * @param ratio Share of the traces beyond that is exported, from 0 to 1;
 * management.tracing.sampling.probability by default
 * @param keepSlow Whether the traces of slow requests are exported in any case, as those
 * of failed ones are
 */
@ConfigurationProperties("mainstay.tracing.sampling")
record SamplingProperties(@Nullable Double tracesPerSecond, @Nullable Double ratio,
		@DefaultValue("true") boolean keepSlow) {

	private static final String PREFIX = "mainstay.tracing.sampling.";

	private static final double MAX_PER_SECOND = 1_000_000;

	SamplingProperties {
		InvalidPropertyException.check(
				tracesPerSecond == null || (tracesPerSecond >= 0 && tracesPerSecond <= MAX_PER_SECOND),
				PREFIX + "traces-per-second", tracesPerSecond, "it has to be from 0 to 1000000",
				"Write a number, such as 5, or 0 to choose by ratio only");
		InvalidPropertyException.check(ratio == null || (ratio >= 0 && ratio <= 1), PREFIX + "ratio", ratio,
				"it has to be from 0 to 1", "Write a share, such as 0.1 for one trace of ten");
	}

}
