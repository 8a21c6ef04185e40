package dev.mainstay.observability.slo.actuate;

import java.nio.file.Path;

import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class SloStateIntegrationTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void budgetsOutliveARestart(WebApplicationType type) throws Exception {
		String file = "mainstay.slo.file=" + this.folder.resolve("new/slo.state");
		try (RunningService service = start(type, file)) {
			assertThat(service.get("/broken").statusCode()).isEqualTo(500);
			Await
				.until(() -> assertThat(report(service)).contains("\"good\":0,\"bad\":1", "over restarts by its file"));
		}
		try (RunningService service = start(type, file)) {
			assertThat(service.get("/orders/7").statusCode()).isEqualTo(200);
			Await.until(() -> assertThat(report(service)).contains("\"good\":1,\"bad\":1"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void saysThatARestartBeginsAnewWithoutAFile(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			assertThat(report(service)).contains("a restart begins anew, as mainstay.slo.file is not set");
		}
	}

	private static RunningService start(WebApplicationType type, String... properties) {
		Class<?> application = (type == WebApplicationType.SERVLET) ? ServletApplication.class
				: ReactiveApplication.class;
		return RunningService.start(type, application, properties);
	}

	private static String report(RunningService service) {
		try {
			return service.get("/actuator/slo").body();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
