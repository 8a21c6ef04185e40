package dev.mainstay.core.validation.servlet;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.validation.AbstractMissingValidIntegrationTests;
import dev.mainstay.core.validation.Forgetful;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ServletMissingValidIntegrationTests extends AbstractMissingValidIntegrationTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { Forgetful.Controller.class, Forgetful.FormController.class };
	}

	@ParameterizedTest
	@ValueSource(strings = { "/form", "/form-implied" })
	void whatIsBoundFromParametersIsLookedAt(String path) {
		Answer answer = enforcing().post(path, "name=", "Content-Type", FORM);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").toString()).contains("\"parameter\":\"name\"", "not-blank");
		assertThat(reporting().post(path, "name=", "Content-Type", FORM).body()).isEqualTo("created");
		assertThat(enforcing().post(path, "name=n", "Content-Type", FORM).body()).isEqualTo("created");
	}

	@Test
	void whoAsksForTheErrorsHandlesThem() {
		assertThat(enforcing().post("/form-errors", "name=", "Content-Type", FORM).body()).isEqualTo("handled 0");
	}

	@Test
	void aRequestThatBreaksTheRuleTwiceIsCountedOnce() {
		long hits = rule(reporting()).hits();
		assertThat(reporting().post("/form-and-body", INVALID).body()).isEqualTo("created");
		assertThat(rule(reporting()).hits()).isEqualTo(hits + 1);
	}

}
