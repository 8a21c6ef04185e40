package dev.mainstay.core.problem.servlet;

import dev.mainstay.core.problem.AbstractProblemIntegrationTests;
import dev.mainstay.core.problem.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ServletProblemIntegrationTests extends AbstractProblemIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Test
	void theAnswerNamesItsRequest() {
		Answer answer = service().get("/boom", "X-Request-Id", "r-42");
		assertThat(answer.header("X-Request-Id")).isEqualTo("r-42");
		assertThat(answer.json().path("requestId").asString()).isEqualTo("r-42");
		assertThat(service().get("/boom", "X-Request-Id", "r-42", "Accept", "text/html").body()).contains("r-42");
	}

}
