package dev.mainstay.tests.fuzz;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the fuzzer for as long as it is told.
 */
class FuzzTests {

	private static final long SECONDS = Long.getLong("mainstay.fuzz.seconds", 120);

	/** Far below what an idle machine does: fewer are no search. */
	private static final long REQUESTS_PER_SECOND = 5;

	@Test
	void noRequestIsAnsweredWithAFaultAPageOrMoreThanItShouldSay() throws IOException, InterruptedException {
		FuzzRun run = FuzzRun.of("fuzz", SECONDS);
		assertThat(run.exit()).as(run.finding()).isZero();
		assertThat(run.requests()).as("requests").isGreaterThan(REQUESTS_PER_SECOND * SECONDS);
	}

	/** And the request is told, so that whoever reads the build has it. */
	@Test
	void whatAServiceWithoutTheContractAnswersIsFound() throws IOException, InterruptedException {
		FuzzRun run = FuzzRun.of("fuzz-broken", 60, "--mainstay.problem.enabled=false");
		assertThat(run.exit()).as(run.finding()).isEqualTo(77);
		assertThat(run.finding()).containsPattern("The answer has an error without a code|The answer has a page")
			.containsPattern("---- asked\n[^\n]+")
			.containsPattern("---- answered\nHTTP/1\\.1 4\\d\\d ");
	}

}
