package dev.mainstay.security.secrets.metrics;

import java.util.function.ToDoubleFunction;

import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.Reloads.Kind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what was read again in meters, which are there, at 0, before the first time.
 * Thread-safe.
 *
 * @see SecretsMeterDocumentation
 * @since 0.1.0
 */
public final class ReloadMeters implements MeterBinder {

	private final Reloads reloads;

	/**
	 * Create the meters.
	 * @param reloads has counted
	 */
	public ReloadMeters(Reloads reloads) {
		this.reloads = reloads;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Kind kind : Kind.values()) {
			register(registry, kind, "taken", (it) -> it.countTaken(kind));
			register(registry, kind, "refused", (it) -> it.countRefused(kind));
		}
	}

	private void register(MeterRegistry registry, Kind kind, String outcome, ToDoubleFunction<Reloads> count) {
		SecretsMeterDocumentation meter = SecretsMeterDocumentation.RELOADS;
		FunctionCounter.builder(meter.getName(), this.reloads, count)
			.description(meter.description())
			.tag(SecretsMeterDocumentation.Key.KIND.asString(), kind.tag())
			.tag(SecretsMeterDocumentation.Key.OUTCOME.asString(), outcome)
			.register(registry);
	}

}
