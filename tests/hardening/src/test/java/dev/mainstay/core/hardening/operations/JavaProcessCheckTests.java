package dev.mainstay.core.hardening.operations;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;

class JavaProcessCheckTests {

	private static final Charset UTF_8 = StandardCharsets.UTF_8;

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void everythingThatAnImageForgetsIsFound() {
		JavaProcessCheck check = check(new JavaProcess(true, true, 1024, 256, false, false, StandardCharsets.US_ASCII));
		this.production.run((context) -> assertThatLooking(check, context).fails("root",
				"25 % of the memory, as nobody", "OutOfMemoryError", "US-ASCII"));
	}

	@Test
	void aHeapThatLeavesNothingIsFound() {
		JavaProcessCheck check = check(new JavaProcess(true, false, 1000, 950, true, true, UTF_8));
		this.production.run((context) -> assertThatLooking(check, context).fails("95 % of the memory, which leaves"));
	}

	@Test
	void aHeapOfASizeThatSomebodyHasSaidPasses() {
		JavaProcessCheck small = check(new JavaProcess(true, false, 1000, 100, true, true, UTF_8));
		this.production.run((context) -> assertThatLooking(small, context).passes());
		JavaProcessCheck large = check(new JavaProcess(true, false, 1000, 900, true, true, UTF_8));
		this.production.run((context) -> assertThatLooking(large, context).passes());
	}

	@Test
	void aMachineIsNoContainer() {
		JavaProcessCheck check = check(new JavaProcess(false, true, 1000, 250, false, false, UTF_8));
		this.production.run((context) -> assertThatLooking(check, context).isNotApplicable());
	}

	@Test
	void aDeskMayBeAContainer() {
		JavaProcessCheck check = check(new JavaProcess(true, true, 1000, 250, false, false, UTF_8));
		this.desk.run((context) -> assertThatLooking(check, context).isNotApplicable());
	}

	@Test
	void theProcessOfThisTestCanBeLookedAt() throws IOException {
		JavaProcess process = JavaProcess.current();
		assertThat(process.memory()).isPositive();
		assertThat(process.heapPercentage()).isBetween(1, 100);
		assertThat(process.charset()).isEqualTo(Charset.defaultCharset());
	}

	private static JavaProcessCheck check(JavaProcess process) {
		return new JavaProcessCheck(() -> process);
	}

}
