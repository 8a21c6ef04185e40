package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SwitchedOffTests {

	@Test
	void nothingOfMainstayIsLeft() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "",
				"--mainstay.enabled=false")) {
			Http http = application.http();
			HttpResponse<String> failing = http.get("/failing");
			assertThat(failing.headers().firstValue("Content-Type")).hasValue("application/json");
			assertThat(failing.body()).contains("\"error\":\"Internal Server Error\"").doesNotContain("requestId");
			assertThat(failing.headers().map()).doesNotContainKeys("X-Request-Id", "traceresponse",
					"Content-Security-Policy");
			assertThat(http.get("/actuator/mainstay").statusCode()).isEqualTo(404);
			assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(404);
			application.linesWith("Servlet.service()", 1);
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"))
				.noneMatch((line) -> line.contains("Mainstay"));
		}
	}

}
