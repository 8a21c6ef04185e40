package dev.mainstay.observability.logging.delivery;

import java.util.UUID;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTests {

	@ParameterizedTest
	@CsvSource({ "Order 17 failed, Order 4711 failed", "Order a1734 failed, Order b-1899 failed", "x 1.5, x 2.75" })
	void isTheSameWhereNumbersAndIdsDiffer(String one, String other) {
		assertThat(of(one)).isEqualTo(of(other));
	}

	@Test
	void isTheSameForAnyUuid() {
		assertThat(of("No " + UUID.randomUUID())).isEqualTo(of("No " + UUID.randomUUID()));
	}

	@ParameterizedTest
	@CsvSource({ "Connection refused, Wrong password", "a, b", "17, seventeen", "'a 1', 'a'", "a b, ab",
			"Order 17 failed, Order 17 was late", "Failed: PAY-402, Failed: PAY-403", "No db1, No db2" })
	void differsWhereAnotherThingIsSaid(String one, String other) {
		assertThat(of(one)).isNotEqualTo(of(other));
	}

	@Test
	void differsWhereTheArgumentSaysItAll() {
		assertThat(of((logger) -> logger.error("Failed: {}", "no route")))
			.isNotEqualTo(of((logger) -> logger.error("Failed: {}", "no space")));
	}

	@Test
	void differsByLevelAndException() {
		long warning = of((logger) -> logger.warn("a"));
		assertThat(warning).isNotEqualTo(of((logger) -> logger.error("a")));
		assertThat(failure(new IllegalStateException("x"))).isNotEqualTo(failure(new IllegalArgumentException("x")))
			.isNotEqualTo(failure(new IllegalStateException("y")))
			.isNotEqualTo(failure(new IllegalStateException("x", new RuntimeException("z"))))
			.isNotEqualTo(failure(elsewhere()));
	}

	@Test
	void isTheSameForTheSamePlace() {
		assertThat(failure(elsewhere())).isEqualTo(failure(elsewhere()));
	}

	@Test
	void isTheSameHoweverTheJdkCallsByReflection() {
		StackTraceElement own = new StackTraceElement("a.b.C", "pay", "C.java", 7);
		assertThat(failure(at(own, frame("jdk.internal.reflect.NativeMethodAccessorImpl"))))
			.isEqualTo(failure(at(own, frame("jdk.internal.reflect.GeneratedMethodAccessor17"))))
			.isNotEqualTo(failure(at(own, frame("a.b.D"))));
	}

	private static StackTraceElement frame(String type) {
		return new StackTraceElement(type, "invoke", null, -1);
	}

	private static Exception at(StackTraceElement... frames) {
		Exception failure = new IllegalStateException("x");
		failure.setStackTrace(frames);
		return failure;
	}

	private static Exception elsewhere() {
		return new IllegalStateException("x");
	}

	private static long failure(Exception failure) {
		return of((logger) -> logger.error("a", failure));
	}

	private static long of(String message) {
		return of((logger) -> logger.error(message));
	}

	private static long of(Consumer<Logger> logging) {
		return Fingerprint.of(Events.of(logging));
	}

}
