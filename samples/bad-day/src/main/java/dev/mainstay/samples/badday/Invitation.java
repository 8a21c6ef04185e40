package dev.mainstay.samples.badday;

/**
 * Tells how to try a service that was left running, and how to stop it.
 */
final class Invitation {

	private static final String TEXT = """
			The hardened service runs on %1$s. Three calls to try:

			  curl -i %1$s/orders -H 'Content-Type: application/json' -d '{"customer":"","lines":[]}'

			  curl -i %1$s/payments -H 'Content-Type: application/json' -H 'Idempotency-Key: "once"' \\
			    -d '{"orderId":1,"amount":9.00,"cardNumber":"4242 4242 4242 4242","expiry":"12/29"}'
			  (send it twice: the card is charged once)

			  curl -s %1$s/actuator/mainstay

			The payment provider runs on %2$s; this makes it fail every second call:

			  curl -X POST '%2$s/control?errors=50'

			Log: %3$s
			Stop both with: kill %4$d %5$d""";

	private Invitation() {
	}

	static String to(Day day) {
		return TEXT.formatted(day.client().url(), day.provider().url(),
				day.service().log().toAbsolutePath().normalize(), day.service().process().pid(),
				day.provider().process().pid());
	}

}
