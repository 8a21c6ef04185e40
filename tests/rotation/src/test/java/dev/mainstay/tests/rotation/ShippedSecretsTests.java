package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Secrets in the files of an application, as Spring Boot reads them.
 */
@ExtendWith(OutputCaptureExtension.class)
class ShippedSecretsTests {

	private static final String AWS = "AK" + "IA" + "Q7RT2VX5ZB4NM6LK";

	private static final String STRONG = "hE7kq" + "Zr29vTwX4mN8pL";

	private static final String WEB = "--spring.main.web-application-type=";

	/** So many letters in a row are no accident. */
	private static final int PART = 5;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void aStartIsRefusedForWhatIsInTheApplicationWithItsLine(String stack, CapturedOutput output) throws IOException {
		write("application.properties", "app.name=orders", "app.api-key=" + AWS, "spring.datasource.password=postgres");
		assertThatExceptionOfType(ApplicationContextException.class)
			.isThrownBy(() -> start(Map.of(), "--mainstay.hardening.enforce=secrets", WEB + stack));
		assertThat(text(output)).contains("APPLICATION FAILED TO START", "SEC-01 (blocker)", "SEC-02 (blocker)",
				"SEC-03 (blocker)", "class path resource [application.properties] - 2:13",
				"class path resource [application.properties] - 3:28");
		assertHidden(output.getAll(), AWS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void fromOutsideOnlyAPasswordThatIsGuessedIsRefused(String stack, CapturedOutput output) {
		assertThatExceptionOfType(ApplicationContextException.class)
			.isThrownBy(() -> start(Map.of("APP_APIKEY", AWS, "SPRING_DATASOURCE_PASSWORD", "postgres"),
					"--mainstay.hardening.enforce=secrets", WEB + stack));
		assertThat(text(output)).contains("SEC-03 (blocker)", "spring.datasource.password is a default")
			.doesNotContain("SEC-01")
			.doesNotContain("SEC-02");
		assertHidden(output.getAll(), AWS);
	}

	@Test
	void everyFormOfAFileIsReadAndNothingShowsAnyPartOfASecret(CapturedOutput output) throws IOException {
		writeFiles();
		try (ConfigurableApplicationContext context = start(Map.of(), WEB + "servlet")) {
			Http http = new Http(((WebServerApplicationContext) context).getWebServer().getPort());
			Await.until(() -> assertThat(text(output)).contains("hardening sheet:"));
			String sheet = http.get("/actuator/hardening").body();
			assertThat(sheet)
				.contains("app.keys[1].api-key is set inside the application",
						"class path resource [application-prod.yaml] - 3:14",
						"class path resource [extra.properties] - 1:14", "app.second-document.token is set",
						"app.encoded contains an AWS access key", "app.escaped.password is set",
						"app.upstream is a URL with a password")
				.doesNotContain("app.encrypted.password");
			assertHidden(sheet + http.get("/actuator/hardening?format=markdown").body()
					+ http.get("/actuator/hardening?format=sarif").body() + http.get("/actuator/mainstay").body()
					+ http.get("/actuator/prometheus").body() + output.getAll(), AWS, STRONG,
					new StringBuilder(STRONG).reverse().toString());
		}
	}

	private void writeFiles() throws IOException {
		String other = new StringBuilder(STRONG).reverse().toString();
		write("application.yaml", "spring.config.import: classpath:extra.properties",
				"app.upstream: https://orders:" + STRONG + "@upstream.example/",
				"app.encoded: "
						+ Base64.getEncoder().encodeToString(("key: " + AWS).getBytes(StandardCharsets.US_ASCII)),
				"---", "app.second-document.token: " + other, "app.encrypted.password: '{cipher}" + STRONG + "'");
		write("application-prod.yaml", "app.keys:", "  - api-key: ${APP_KEY}", "  - api-key: " + STRONG);
		write("extra.properties", "app.password=" + STRONG,
				"app.escaped.password=\\u00" + Integer.toHexString(STRONG.charAt(0)) + STRONG.substring(1));
	}

	private void write(String file, String... lines) throws IOException {
		Files.write(this.folder.resolve(file), List.of(lines));
	}

	private ConfigurableApplicationContext start(Map<String, Object> variables, String... more) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.profiles.active=prod",
				"--spring.main.banner-mode=off", "--spring.datasource.url=jdbc:postgresql://db.example/orders",
				"--spring.datasource.username=app", "--spring.datasource.hikari.initialization-fail-timeout=-1",
				"--management.endpoints.web.exposure.include=*"));
		arguments.addAll(List.of(more));
		ClassLoader loader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() }, getClass().getClassLoader());
		SpringApplication application = new SpringApplication(new DefaultResourceLoader(loader),
				RotationApplication.class);
		application.setEnvironment(new VariablesEnvironment(variables));
		return application.run(arguments.toArray(String[]::new));
	}

	private static void assertHidden(String text, String... secrets) {
		for (String secret : secrets) {
			for (int i = 0; i + PART <= secret.length(); i++) {
				String part = secret.substring(i, i + PART);
				assertThat(text.contains(part)).as(part + " of a secret is shown").isFalse();
			}
		}
	}

	/** As it would be in a terminal. */
	private static String text(CapturedOutput output) {
		return output.getAll().replace("\\\"", "\"").replace("\\n", "\n");
	}

}
