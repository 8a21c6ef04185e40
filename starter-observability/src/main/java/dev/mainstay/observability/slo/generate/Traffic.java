package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.util.List;

/**
 * What happens in a test, minute by minute, from a counter that is 0 on.
 */
final class Traffic {

	private static final BigDecimal EVENTS_EACH_MINUTE = BigDecimal.valueOf(6_000);

	private final CounterValues good = new CounterValues();

	private final CounterValues bad = new CounterValues();

	private int minute;

	/** The minute of the last value. */
	int minute() {
		return this.minute;
	}

	/** A busy service, of whose events a share is bad. */
	Traffic busy(int minutes, BigDecimal badShare) {
		BigDecimal failures = EVENTS_EACH_MINUTE.multiply(badShare);
		return events(minutes, EVENTS_EACH_MINUTE.subtract(failures), failures);
	}

	Traffic healthy(int minutes) {
		return busy(minutes, BigDecimal.ZERO);
	}

	Traffic idle(int minutes) {
		return events(minutes, BigDecimal.ZERO, BigDecimal.ZERO);
	}

	Traffic events(int minutes, int good, int bad) {
		return events(minutes, BigDecimal.valueOf(good), BigDecimal.valueOf(bad));
	}

	Traffic restart() {
		this.good.restart();
		this.bad.restart();
		this.minute++;
		return this;
	}

	private Traffic events(int minutes, BigDecimal good, BigDecimal bad) {
		this.good.grow(good, minutes);
		this.bad.grow(bad, minutes);
		this.minute += minutes;
		return this;
	}

	BigDecimal badEvents() {
		return this.bad.last();
	}

	List<Fields> series(Recorded recorded) {
		return List.of(series(recorded, "good", this.good), series(recorded, "bad", this.bad));
	}

	private static Fields series(Recorded recorded, String result, CounterValues values) {
		return Fields
			.of("series",
					Recorded.COUNTER + "{" + recorded.labels() + ",result=\"" + result
							+ "\",job=\"service\",instance=\"1\"}")
			.with("values", values.text());
	}

}
