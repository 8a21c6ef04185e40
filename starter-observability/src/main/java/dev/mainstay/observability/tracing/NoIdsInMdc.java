package dev.mainstay.observability.tracing;

import io.micrometer.tracing.otel.bridge.Slf4JEventListener;

/**
 * Puts nothing into the MDC: for a tracer that is there only because it was when the
 * application was processed ahead of time. Thread-safe.
 *
 * @since 0.1.0
 */
public final class NoIdsInMdc extends Slf4JEventListener {

	/**
	 * Called when the current span of a thread changes.
	 * @param event a change as the tracer tells it
	 */
	@Override
	public void onEvent(Object event) {
		// Tracing is switched off.
	}

}
