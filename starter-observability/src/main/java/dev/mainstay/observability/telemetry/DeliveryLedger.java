package dev.mainstay.observability.telemetry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;

/**
 * Counts what telemetry was not delivered, exactly and once, and has it warned of. Called
 * by exporters and their queues, on whatever thread; thread-safe.
 *
 * @since 0.1.0
 */
public final class DeliveryLedger implements MeterBinder, AutoCloseable {

	private final LongAdder[][] dropped = new LongAdder[Signal.values().length][DropReason.values().length];

	private final DropWarnings warnings;

	/**
	 * Create a ledger.
	 */
	public DeliveryLedger() {
		this(System::nanoTime);
	}

	DeliveryLedger(LongSupplier nanoTime) {
		for (LongAdder[] reasons : this.dropped) {
			for (int i = 0; i < reasons.length; i++) {
				reasons[i] = new LongAdder();
			}
		}
		this.warnings = new DropWarnings(nanoTime);
	}

	/**
	 * From now on this ledger is who warns, and the exporters of OpenTelemetry, which do
	 * so several times a minute and with stack traces, are silent. Called when an
	 * exporter is put to work, as often as there are.
	 */
	public void speak() {
		this.warnings.speak();
	}

	/**
	 * Count what had no room in a queue.
	 * @param signal the kind of telemetry
	 * @param items how many
	 */
	public void refused(Signal signal, long items) {
		add(signal, DropReason.QUEUE_FULL, items);
		this.warnings.dropped(signal, items, "more was waiting than there is room for");
	}

	/**
	 * Make a queue whose {@linkplain DropMeterProvider meters} are of this ledger: it
	 * says nothing itself of what has no room in it.
	 * @param <T> the type of the queue
	 * @param queue makes the queue, and its thread
	 * @return the queue
	 */
	public <T> T countFor(Supplier<T> queue) {
		return ExporterLoggers.silentlyFull(queue);
	}

	/**
	 * Export and count what was not confirmed in time. What is confirmed later was
	 * counted as dropped all the same.
	 * @param signal the kind of telemetry
	 * @param items how many are exported
	 * @param patience how long to wait for the confirmation
	 * @param export sends them
	 * @return the result, which always comes
	 */
	public CompletableResultCode watch(Signal signal, int items, Duration patience,
			Supplier<CompletableResultCode> export) {
		CompletableResultCode result = new CompletableResultCode();
		CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
		outcome.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).whenComplete((done, failure) -> {
			if (failure == null) {
				result.succeed();
				return;
			}
			add(signal, DropReason.EXPORT_FAILED, items);
			this.warnings.dropped(signal, items, FailureText.of(failure));
			result.failExceptionally(failure);
		});
		start(export, outcome);
		return result;
	}

	private static void start(Supplier<CompletableResultCode> export, CompletableFuture<@Nullable Void> outcome) {
		try {
			CompletableResultCode sent = ExporterLoggers.silently(export);
			sent.whenComplete(() -> {
				if (sent.isSuccess()) {
					outcome.complete(null);
					return;
				}
				Throwable failure = sent.getFailureThrowable();
				outcome
					.completeExceptionally((failure != null) ? failure : new IllegalStateException("it was not taken"));
			});
		}
		catch (RuntimeException ex) {
			outcome.completeExceptionally(ex);
		}
	}

	private void add(Signal signal, DropReason reason, long items) {
		this.dropped[signal.ordinal()][reason.ordinal()].add(items);
	}

	/**
	 * How many were not delivered since the start.
	 * @param signal the kind of telemetry
	 * @param reason why
	 * @return how many
	 */
	public long dropped(Signal signal, DropReason reason) {
		return this.dropped[signal.ordinal()][reason.ordinal()].sum();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Signal signal : Signal.values()) {
			for (DropReason reason : DropReason.values()) {
				FunctionCounter
					.builder(TelemetryMeters.DROPPED.getName(), this, (ledger) -> ledger.dropped(signal, reason))
					.tag(TelemetryMeters.DroppedKeys.SIGNAL.asString(), signal.code())
					.tag(TelemetryMeters.DroppedKeys.REASON.asString(), reason.code())
					.description(TelemetryMeters.DROPPED.description())
					.register(registry);
			}
		}
	}

	@Override
	public void close() {
		this.warnings.close();
	}

}
