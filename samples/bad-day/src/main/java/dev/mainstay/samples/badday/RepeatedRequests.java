package dev.mainstay.samples.badday;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.IntStream;

/**
 * A client that sends what it has sent already: because no answer came, by a double
 * click, by mistake.
 */
final class RepeatedRequests implements Scene {

	private static final Duration IMPATIENT = Duration.ofMillis(600);

	private static final int ATTEMPTS = 60;

	private static final int MISTAKES = 3;

	@Override
	public String title() {
		return "a payment times out and is retried, another is sent six times at once";
	}

	@Override
	public void play(Day day) {
		long order = day.placeOrder();
		retryAfterTimeOut(day, order);
		day.score().put(Row.CHARGES_AFTER_TIME_OUT, Count.of(charges(day, order)));
		sendUnderUsedKey(day, key(order));
		sendAtOnce(day);
		sendOrdersTwice(day);
	}

	private void retryAfterTimeOut(Day day, long order) {
		day.provider().misbehave("delay=1200&times=1");
		Call payment = day.payment(order).header("Idempotency-Key", key(order)).within(IMPATIENT);
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (day.client().send(payment).succeeded()) {
				return;
			}
			Pause.millis(300);
		}
		throw new IllegalStateException("The payment that timed out was retried " + ATTEMPTS + " times in vain");
	}

	private void sendUnderUsedKey(Day day, String usedKey) {
		int refused = 0;
		for (int i = 0; i < MISTAKES; i++) {
			long order = day.placeOrder();
			Answer answer = day.client().send(day.payment(order).header("Idempotency-Key", usedKey));
			refused += (answer.status() == 422 && charges(day, order) == 0) ? 1 : 0;
		}
		day.score().put(Row.REFUSED_UNDER_USED_KEY, Count.of(refused, MISTAKES));
	}

	private void sendAtOnce(Day day) {
		long order = day.placeOrder();
		day.provider().misbehave("delay=300");
		Call payment = day.payment(order).header("Idempotency-Key", key(order));
		day.client().sendAtOnce(Collections.nCopies(6, payment));
		day.provider().recover();
		day.score().put(Row.CHARGES_AT_ONCE, Count.of(charges(day, order)));
	}

	private void sendOrdersTwice(Day day) {
		int before = day.orders();
		IntStream.rangeClosed(1, 5).forEach((number) -> {
			Call order = day.order("Grace").header("Idempotency-Key", "\"order-of-grace-" + number + "\"");
			day.client().send(order);
			day.client().send(order);
		});
		day.score().put(Row.ORDERS_SENT_TWICE, Count.of(day.orders() - before));
	}

	private static int charges(Day day, long order) {
		return day.provider().charges("order-" + order);
	}

	private static String key(long order) {
		return "\"pay-order-" + order + "\"";
	}

}
