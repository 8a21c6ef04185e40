package dev.mainstay.tests.harness.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.tests.harness.RefusedStart;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start in production is refused for the secrets that an application with Spring
 * Security brings along, the password of its user among them.
 */
public abstract class AbstractShippedSecretsTests {

	/** Built from parts, as no secret should stand in a file. */
	private static final String KEY = "AK" + "IA" + "Q7RT2VX5ZB4NM6LK";

	private static final String WEAK = "postgres";

	@TempDir
	private Path outside;

	/**
	 * Start an application that has the user of Spring Boot and no other.
	 * @param arguments its properties
	 * @return the application
	 */
	protected abstract WorldApplication start(String... arguments);

	@Test
	void aStartIsRefusedForWhatIsInTheApplicationWithItsLine() throws IOException {
		write(Files.createDirectories(Path.of("target", "test-classes", "shipped")));
		String said = refused("classpath:/shipped/");
		assertThat(said)
			.contains("SEC-01 (blocker)", "SEC-02 (blocker)", "SEC-03 (blocker)",
					"class path resource [shipped/application.properties] - 2:13",
					"class path resource [shipped/application.properties] - 3:31")
			.doesNotContain(KEY, WEAK);
	}

	@Test
	void fromOutsideOnlyAPasswordThatIsGuessedIsRefused() throws IOException {
		write(this.outside);
		assertThat(refused(this.outside.toUri().toString()))
			.contains("SEC-03 (blocker)", "spring.security.user.password is a default")
			.doesNotContain("SEC-01", "SEC-02", KEY, WEAK);
	}

	private String refused(String location) {
		return RefusedStart.of(() -> start("--spring.profiles.active=prod", "--mainstay.hardening.enforce=secrets",
				"--spring.config.additional-location=" + location));
	}

	private static void write(Path folder) throws IOException {
		Files.write(folder.resolve("application.properties"),
				List.of("app.name=orders", "app.api-key=" + KEY, "spring.security.user.password=" + WEAK));
	}

}
