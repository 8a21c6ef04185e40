package dev.mainstay.tests.alone;

import java.net.http.HttpResponse;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = OrdinaryApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "mainstay.mode=enforce")
class CoreAloneTests {

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void connect() {
		this.http = new Http(this.port);
	}

	@Test
	void aRequestIdComesBack() {
		assertThat(this.http.get("/orders/1", "X-Request-Id", "mine-1").headers().allValues("X-Request-Id"))
			.containsExactly("mine-1");
		assertThat(this.http.get("/orders/1").headers().firstValue("X-Request-Id")).isPresent();
	}

	@Test
	void aFailureIsAProblemThatLeaksNothing() {
		HttpResponse<String> answer = this.http.get("/failing");
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThatProblem(answer.body()).hasCode("internal-error")
			.hasStatus(500)
			.hasRequestId()
			.doesNotLeak("hunter", "IllegalState");
	}

	@Test
	void constraintsAreEnforcedWhereValidWasForgotten() {
		HttpResponse<String> answer = this.http.post("/orders",
				"{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":0}]}");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThatProblem(answer.body()).hasCode("validation-failed").hasErrorAt("#/items/0/quantity");
	}

	@Test
	void theEndpointAnswersThisMachineAndNobodyBehindAProxy() {
		assertThat(this.http.get("/actuator/mainstay").statusCode()).isEqualTo(200);
		assertThat(this.http.get("/actuator/mainstay", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
		assertThat(this.http.get("/actuator/health", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(200);
	}

}
