package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

class ReactiveApplicationTests {

	private static ApplicationProcess application;

	private static Http http;

	@BeforeAll
	static void start() {
		application = ApplicationProcess.start(ReactiveApplication.class, "", "--mainstay.mode=enforce");
		http = application.http();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void answersAreWhatTheyWereWithAnIdAdded() {
		HttpResponse<String> annotated = http.get("/orders/1", "X-Request-Id", "reactive-1");
		assertThat(annotated.body()).isEqualTo("{\"id\":1}");
		assertThat(annotated.headers().allValues("X-Request-Id")).containsExactly("reactive-1");
		assertThat(http.get("/functional/7").body()).isEqualTo("{\"id\":\"7\"}");
	}

	@Test
	void failuresAreProblems() {
		for (String path : new String[] { "/failing", "/functional-failing" }) {
			HttpResponse<String> answer = http.get(path);
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThatProblem(answer.body()).hasCode("internal-error").hasRequestId().doesNotLeak("hunter", "caller");
		}
		assertThatProblem(http.get("/nowhere").body()).hasCode("not-found");
		assertThatProblem(http.get("/orders/abc").body()).hasStatus(400);
		assertThatProblem(http.post("/validated-orders", "{\"customer\":\"\"}").body()).hasErrorAt("#/customer");
	}

	@Test
	void linesOfARequestCarryItsIdAndNoSecret() {
		http.get("/orders/2", "X-Request-Id", "reactive-2");
		List<String> lines = application.linesWith("reactive-2", 2);
		assertThat(lines).anyMatch((line) -> line.contains("Found order"))
			.anyMatch((line) -> line.contains("mainstay.access"));
		http.get("/failing", "X-Request-Id", "reactive-3");
		application.linesWith("reactive-3", 2);
		assertThat(application.lines())
			.allSatisfy((line) -> assertThatLogLine(line).hasCoreFields().doesNotLeak("hunter" + 2));
	}

	@Test
	void guardedEndpointsAnswerThisMachineOnly() {
		assertThat(http.get("/actuator/mainstay").statusCode()).isEqualTo(200);
		assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(200);
		assertThat(http.get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
		assertThat(http.get("/actuator/health", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(200);
	}

}
