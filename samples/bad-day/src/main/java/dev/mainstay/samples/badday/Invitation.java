package dev.mainstay.samples.badday;

/**
 * Tells how to try a service that was left running, and how to stop it.
 */
final class Invitation {

	private static final String TEXT = """
			The hardened service runs on %1$s. Three calls to try:

			curl -i %1$s/orders -H 'Content-Type: application/json' -d '{"customer":"","lines":[]}'
			curl -i %1$s/payments -H 'Content-Type: application/json' -H 'Idempotency-Key: "once"' -d '%3$s'
			curl -s %1$s/actuator/mainstay

			The first is refused and says what is wrong and where. Send the second twice: the card is charged once.

			The payment provider runs on %2$s. To make it fail every second call:

			curl -X POST '%2$s/control?errors=50'

			Log: %4$s
			Stop both with: kill %5$d %6$d""";

	private static final String PAYMENT = """
			{"orderId":1,"amount":9.00,"cardNumber":"4242 4242 4242 4242","expiry":"12/29"}""";

	private Invitation() {
	}

	static String to(Day day) {
		return TEXT.formatted(day.client().url(), day.provider().url(), PAYMENT,
				day.service().log().toAbsolutePath().normalize(), day.service().process().pid(),
				day.provider().process().pid());
	}

}
