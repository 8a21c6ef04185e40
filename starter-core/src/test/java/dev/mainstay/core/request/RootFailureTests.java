package dev.mainstay.core.request;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RootFailureTests {

	private final IllegalStateException failure = new IllegalStateException(new IllegalArgumentException("cause"));

	@Test
	void takesOffWhatContainersAndFuturesWrapAround() {
		Throwable wrapped = new ServletException(new ExecutionException(new CompletionException(this.failure)));
		assertThat(RootFailure.unwrap(wrapped)).isSameAs(this.failure);
	}

	@Test
	void leavesWhatTheApplicationNested() {
		assertThat(RootFailure.unwrap(this.failure)).isSameAs(this.failure);
	}

	@Test
	void keepsAWrapperWithoutACause() {
		ServletException empty = new ServletException("no cause");
		assertThat(RootFailure.unwrap(empty)).isSameAs(empty);
	}

	@Test
	void findsTheInnermostCauseAlsoInACircle() {
		Exception one = new Exception("one");
		Exception two = new Exception("two", one);
		one.initCause(two);
		assertThat(RootFailure.rootCause(this.failure)).hasMessage("cause");
		assertThat(RootFailure.rootCause(one)).isIn(one, two);
		assertThat(RootFailure.rootCause(null)).isNull();
	}

}
