package dev.mainstay.core.failure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionsTests {

	private static final String TOMCAT = "org.apache.catalina.core.ContainerBase.[Tomcat]";

	private final ReportedFailures reported = new ReportedFailures();

	private final Exception failure = new IllegalStateException("x");

	@Test
	void aRepetitionIsKnownByItsRootCauseHoweverItIsWrapped() {
		expect(new CompletionException(this.failure), TOMCAT);
		assertThat(isRepetition(TOMCAT, new IllegalStateException("x"))).isFalse();
		assertThat(isRepetition(TOMCAT, new RuntimeException(this.failure))).isTrue();
	}

	@Test
	void asManyLinesAreRepetitionsAsAreExpectedAndTheNextIsNone() {
		expect(this.failure, TOMCAT, TOMCAT);
		assertThat(isRepetition(TOMCAT, this.failure)).isTrue();
		assertThat(isRepetition(TOMCAT, this.failure)).isTrue();
		assertThat(isRepetition(TOMCAT, this.failure)).isFalse();
	}

	@Test
	void aLineOfAnotherLoggerIsNone() {
		expect(this.failure, TOMCAT);
		assertThat(isRepetition("com.example.Orders", this.failure)).isFalse();
		assertThat(isRepetition(TOMCAT, this.failure)).isTrue();
	}

	@Test
	void aLineOnAnotherThreadIsNone() {
		expect(this.failure, TOMCAT);
		assertThat(CompletableFuture.supplyAsync(() -> isRepetition(TOMCAT, this.failure)).join()).isFalse();
	}

	@Test
	void whatDidNotComeBeforeTheNextReportDoesNotComeAnyMore() {
		expect(this.failure, TOMCAT);
		expect(new IllegalStateException("y"), TOMCAT);
		assertThat(isRepetition(TOMCAT, this.failure)).isFalse();
	}

	@Test
	void aLineThatOnlyNamesTheFailureIsKnownByItsText() {
		expect(this.failure, TOMCAT);
		assertThat(this.reported.isRepetition(TOMCAT, "Error [java.lang.Exception: y] for GET", null)).isFalse();
		assertThat(this.reported.isRepetition(TOMCAT, "[1] Error [java.lang.IllegalStateException: x] for GET", null))
			.isTrue();
	}

	private void expect(Throwable failure, String... loggers) {
		this.reported.expect(failure, List.of(loggers));
	}

	private boolean isRepetition(String logger, Throwable logged) {
		return this.reported.isRepetition(logger, null, logged);
	}

}
