package dev.mainstay.observability.slo.metrics;

import java.util.Locale;

import dev.mainstay.observability.slo.Objective;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an objective.
 *
 * @param service the name of the service
 * @param version its version, {@code null} if not known
 */
record SloTags(String service, @Nullable String version) {

	Tags of(Objective objective) {
		return Tags.of(SloMeters.SloKeys.SERVICE.asString(), this.service, SloMeters.SloKeys.SLO.asString(),
				objective.name());
	}

	Tags of(Objective objective, String result) {
		return of(objective).and(SloMeters.ResultKeys.RESULT.asString(), result);
	}

	Tags info(Objective objective) {
		return of(objective).and(SloMeters.InfoKeys.KIND.asString(), objective.kind().name().toLowerCase(Locale.ROOT))
			.and(SloMeters.InfoKeys.OWNER.asString(), orEmpty(objective.owner()))
			.and(SloMeters.InfoKeys.RUNBOOK.asString(), orEmpty(objective.runbook()))
			.and(SloMeters.InfoKeys.VERSION.asString(), orEmpty(this.version));
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
