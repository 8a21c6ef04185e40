package dev.mainstay.tests.rotation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of a config tree change, and with them what the application and Mainstay know.
 */
@ExtendWith(OutputCaptureExtension.class)
class TreeRotationTests {

	private static final String TOKEN = "mainstay.security.management.token";

	private final Map<String, String> files = new HashMap<>(
			Map.of("app.api-key", UUID.randomUUID().toString(), TOKEN, UUID.randomUUID().toString()));

	private Path folder;

	private MountedSecret secret;

	private Running application;

	@BeforeEach
	void mount(@TempDir Path folder) {
		this.folder = folder;
		this.secret = new MountedSecret(folder, this.files);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	private Http start(String stack, String... more) {
		String[] arguments = { "--spring.main.web-application-type=" + stack, Running.EXCLUDE_DATABASE,
				"--spring.config.import=configtree:" + this.folder + "/",
				"--mainstay.security.management.loopback=false", String.join(" ", more) };
		this.application = Running.start(arguments);
		return new Http(this.application.port());
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void theApplicationReadsTheNewValueAndIsToldItsName(String stack, CapturedOutput output) {
		Http http = start(stack);
		String before = this.files.put("app.api-key", UUID.randomUUID().toString());
		assertThat(http.get("/key").body()).isEqualTo(before);
		this.secret.update(this.files);
		Await.until(() -> assertThat(http.get("/key").body()).isEqualTo(this.files.get("app.api-key")));
		Await.until(() -> assertThat(this.application.bean(RotationApplication.class).told())
			.containsExactly(Set.of("app.api-key")));
		assertThat(output).contains("Read again from the config tree", "app.api-key")
			.doesNotContain(before)
			.doesNotContain(this.files.get("app.api-key"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void aNewTokenIsAdmittedAtOnceAndTheOldOneForAWhile(String stack, CapturedOutput output) {
		Http http = start(stack, "--mainstay.security.secrets.token-overlap=2s");
		String before = this.files.put(TOKEN, UUID.randomUUID().toString());
		assertThat(status(http, before)).isEqualTo(200);
		assertThat(status(http, this.files.get(TOKEN))).isEqualTo(401);
		this.secret.update(this.files);
		Await.until(() -> assertThat(status(http, this.files.get(TOKEN))).isEqualTo(200));
		assertThat(status(http, before)).isEqualTo(200);
		Await.until(() -> assertThat(status(http, before)).isEqualTo(401));
		assertThat(status(http, this.files.get(TOKEN))).isEqualTo(200);
		assertThat(output).doesNotContain(before).doesNotContain(this.files.get(TOKEN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void aTokenThatCannotBeOneIsNotTaken(String stack) {
		Http http = start(stack);
		String before = this.files.put(TOKEN, "too short");
		this.secret.update(this.files);
		Await.until(() -> assertThat(this.application.refused("management-token")).isEqualTo(1));
		assertThat(status(http, before)).isEqualTo(200);
	}

	private static int status(Http http, String token) {
		return http.get("/actuator/mainstay", "Authorization", "Bearer " + token).statusCode();
	}

}
