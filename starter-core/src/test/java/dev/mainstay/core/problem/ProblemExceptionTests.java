package dev.mainstay.core.problem;

import org.junit.jupiter.api.Test;

import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemExceptionTests {

	/** Such as Spring's own, which takes the body of what it answers. */
	@Test
	void anAdviceOfTheApplicationHasWhatTheProblemSays() {
		Problem problem = Problem.of(422, "out-of-stock", "Out Of Stock")
			.withType("https://example.com/out-of-stock")
			.with("left", 3)
			.with("code", "another");
		ProblemDetail body = new ProblemException(problem).getBody();
		assertThat(body.getType()).hasToString("https://example.com/out-of-stock");
		assertThat(body.getProperties()).containsEntry("code", "out-of-stock").containsEntry("left", 3);
	}

	@Test
	void whatADetailCannotHaveIsLeftOut() {
		Problem problem = Problem.of(422, "out-of-stock", "Out Of Stock").withType("no uri").with("status", 200);
		ProblemDetail body = new ProblemException(problem).getBody();
		assertThat(body.getStatus()).isEqualTo(422);
		assertThat(body.getProperties()).doesNotContainKey("status");
	}

}
