package dev.mainstay.observability.slo.actuate;

import java.net.http.HttpResponse;
import java.util.List;

import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.generate.SloFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is generated from objectives, over HTTP on real servers.
 */
class SloFilesIntegrationTests {

	private static final String YAML = "application/yaml;charset=UTF-8";

	private static final String JSON = "application/json";

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void areServedByteForByte(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			SloFiles files = SloFiles.of("orders", service.context().getBean(Objectives.class).all());
			assertThat(files.rules()).contains("Büro", "slo=\"pages-latency\"");
			assertThat(files).isEqualTo(service.context().getBean(SloFiles.class));
			assertAnswer(service.get("/actuator/slo/rules"), YAML, files.rules());
			assertAnswer(service.get("/actuator/slo/tests"), YAML, files.tests());
			assertAnswer(service.get("/actuator/slo/dashboard"), JSON, files.dashboard());
			assertAnswer(service.get("/actuator/slo/dashboard?fleet="), JSON, files.fleet());
			assertAnswer(service.get("/actuator/slo/rules", "Accept", "application/json"), YAML, files.rules());
			assertAnswer(service.get("/actuator/slo/rules", "Accept", "text/html, */*;q=0.8"), YAML, files.rules());
			assertThat(service.get("/actuator/slo/other").statusCode()).isEqualTo(404);
			assertThat(service.get("/actuator/prometheus").body()).contains("slo=\"pages-latency\",version=\"1.2\"} 1");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void areNotForStrangers(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			for (String path : List.of("", "/rules", "/tests", "/dashboard", "/dashboard?fleet=", "/other")) {
				HttpResponse<String> answer = service.get("/actuator/slo" + path, "X-Forwarded-For", "203.0.113.7");
				assertThat(answer.statusCode()).as(path).isEqualTo(401);
				assertThat(answer.body()).doesNotContain("pages");
			}
		}
	}

	private static void assertAnswer(HttpResponse<String> answer, String type, String body) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Content-Type")).containsExactly(type);
		assertThat(answer.body()).isEqualTo(body);
	}

	private static RunningService start(WebApplicationType type) {
		Class<?> application = (type == WebApplicationType.SERVLET) ? ServletApplication.class
				: ReactiveApplication.class;
		return RunningService.start(type, application, "spring.application.version=1.2",
				"mainstay.slo.objectives.pages.availability=99.9", "mainstay.slo.objectives.pages.latency=300ms",
				"mainstay.slo.objectives.pages.latency-target=99", "mainstay.slo.objectives.pages.owner=Büro");
	}

}
