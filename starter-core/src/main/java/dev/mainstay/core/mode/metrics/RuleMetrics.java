package dev.mainstay.core.mode.metrics;

import java.util.Locale;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how often each rule was hit that reports or is enforced: the meters of
 * {@link RuleMeters}, at 0 before the first hit. They read what the rules count anyway,
 * when they are asked. Bound by Micrometer to each registry of the application.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RuleMetrics implements MeterBinder {

	private final Ladder ladder;

	private final boolean enabled;

	/**
	 * Create the metrics.
	 * @param ladder has the rules
	 * @param enabled whether there are any meters: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public RuleMetrics(Ladder ladder, boolean enabled) {
		this.ladder = ladder;
		this.enabled = enabled;
	}

	/** A rule whose bean is made at the first request has its meter from then on. */
	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.enabled) {
			this.ladder.observe((rule) -> bind(rule, registry));
		}
	}

	private static void bind(Rule rule, MeterRegistry registry) {
		if (rule.isActive()) {
			FunctionCounter.builder(RuleMeters.HITS.getName(), rule, Rule::hits)
				.description(RuleMeters.HITS.description())
				.tag(RuleMeters.Key.RULE.asString(), rule.name())
				.tag(RuleMeters.Key.RUNG.asString(), rule.rung().name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

}
