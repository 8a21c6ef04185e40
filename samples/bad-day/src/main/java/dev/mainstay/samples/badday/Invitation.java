package dev.mainstay.samples.badday;

import java.util.stream.Collectors;
import java.util.stream.Stream;

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
			Its twin on WebFlux runs on %5$s, with a provider of its own on %6$s.
			Stop all with: kill %7$s""";

	private static final String PAYMENT = """
			{"orderId":1,"amount":9.00,"cardNumber":"4242 4242 4242 4242","expiry":"12/29"}""";

	private Invitation() {
	}

	/**
	 * Tells it of the service on Spring MVC, and where the one on WebFlux is.
	 */
	static String to(Day servlet, Day reactive) {
		String processes = Stream.of(servlet, reactive)
			.flatMap((day) -> Stream.of(day.service().process(), day.provider().process()))
			.map((process) -> String.valueOf(process.pid()))
			.collect(Collectors.joining(" "));
		return TEXT.formatted(servlet.client().url(), servlet.provider().url(), PAYMENT,
				servlet.service().log().toAbsolutePath().normalize(), reactive.client().url(),
				reactive.provider().url(), processes);
	}

}
