package dev.mainstay.core.hardening.metrics;

import java.util.Locale;

import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetKeeper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The gauge {@code mainstay.hardening.findings}: how many checks of a severity and group
 * had failed, or could not be made, when the sheet was last made. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HardeningMetrics implements MeterBinder {

	/** The name of the gauge. */
	public static final String FINDINGS = "mainstay.hardening.findings";

	private final SheetKeeper keeper;

	/**
	 * Create it.
	 * @param keeper keeps the last sheet
	 */
	public HardeningMetrics(SheetKeeper keeper) {
		this.keeper = keeper;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Severity severity : Severity.values()) {
			for (Group group : Group.values()) {
				Gauge.builder(FINDINGS, this.keeper, (it) -> count(it, severity, group))
					.description("Checks of the hardening sheet that have failed or could not be made")
					.tag("severity", severity.name().toLowerCase(Locale.ROOT))
					.tag("group", group.name().toLowerCase(Locale.ROOT))
					.register(registry);
			}
		}
	}

	/** Before the first sheet nobody knows. */
	private static double count(SheetKeeper keeper, Severity severity, Group group) {
		HardeningSheet sheet = keeper.last();
		return (sheet == null) ? Double.NaN
				: sheet.open()
					.stream()
					.map((entry) -> entry.check())
					.filter((check) -> check.severity() == severity && check.group() == group)
					.count();
	}

}
