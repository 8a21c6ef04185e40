package dev.mainstay.core.hardening.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class EndOfSupportCheckTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void aReleaseOfSpringBootThatNobodyMaintainsIsFound() {
		this.runner.run((context) -> assertThatLooking(check("2027-07-01", "4.1.1", 25), context)
			.fails("Spring Boot 4.1.1 has got no free fixes since 2027-06-30"));
	}

	@Test
	void aJavaThatNobodyMaintainsIsFound() {
		this.runner.run((context) -> assertThatLooking(check("2026-11-26", "4.1.1", 24), context)
			.fails("Java 24 has got no free fixes since 2025-09-16"));
	}

	@Test
	void bothAreFound() {
		this.runner.run((context) -> assertThatLooking(check("2026-11-26", "3.5.9", 23), context)
			.fails("Spring Boot 3.5.9", "Java 23"));
	}

	@Test
	void theLastDayPasses() {
		this.runner.run((context) -> assertThatLooking(check("2027-06-30", "4.1.1", 25), context).passes());
	}

	@Test
	void anOldJavaThatIsStillMaintainedPasses() {
		this.runner.run((context) -> assertThatLooking(check("2026-11-26", "4.1.0-RC1", 17), context).passes());
	}

	@Test
	void whatIsNewerThanTheTablePasses() {
		this.runner.run((context) -> assertThatLooking(check("2030-01-01", "5.0.0", 31), context).passes());
	}

	private static EndOfSupportCheck check(String day, String boot, int java) {
		return new EndOfSupportCheck(Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC), boot, java);
	}

}
