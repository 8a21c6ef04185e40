package dev.mainstay.observability.slo.generate;

import java.time.Duration;
import java.util.List;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;

/**
 * Objectives to generate from.
 */
final class ObjectivesOfTests {

	static final Duration MONTH = Duration.ofDays(30);

	private ObjectivesOfTests() {
	}

	static Objective availability(String name, double target, Duration window) {
		return new Objective(name, ObjectiveKind.AVAILABILITY, target, window, null, List.of(), null, null, false);
	}

	static Objective checkout() {
		return new Objective("checkout", ObjectiveKind.AVAILABILITY, 0.999, MONTH, null,
				List.of("POST /orders", "/orders/**"), "team-orders", "https://runbooks.example/checkout", false);
	}

	static Objective checkoutLatency() {
		return new Objective("checkout-latency", ObjectiveKind.LATENCY, 0.95, Duration.ofDays(28),
				Duration.ofMillis(300), List.of("POST /orders", "/orders/**"), "team-orders", null, false);
	}

}
