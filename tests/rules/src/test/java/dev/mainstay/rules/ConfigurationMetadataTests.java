package dev.mainstay.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	@TempDir
	private Path classes;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mainstay.x.enabled | java.lang.Boolean           | Whether something is done.
			mainstay.x.strict  | java.lang.Boolean           | Enable strictness.
			mainstay.x.names   | java.util.List<String>      | Comma-separated list of names.
			mainstay.x.timeout | java.time.Duration          | Time to wait. The clock decides.
			management.health.x.enabled | java.lang.Boolean  | Whether health says something.
			""")
	void aWellDescribedPropertyIsNoViolation(String name, String type, String description) throws IOException {
		write(name, type, "\"description\": \"" + description + "\"");
		assertThat(metadata().violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					mainstay.x.mode    | java.lang.String            | ''                          | has no description
					mainstay.x.timeout | java.time.Duration          | The time to wait.           | starts with an article
					mainstay.x.timeout | java.time.Duration          | A time to wait.             | starts with an article
					mainstay.x.timeout | java.time.Duration          | time to wait.               | does not start as a sentence
					mainstay.x.strict  | java.lang.Boolean           | Strictness.                 | as that of a switch does
					mainstay.x.names   | java.util.List<String>      | Names.                      | as that of a list does
					mainstay.x.names   | java.util.Set<String>       | List of names.              | as that of a list does
					mainstay.x.names   | java.lang.String[]          | List of names.              | as that of a list does
					mainstay.xName     | java.lang.String            | Name.                       | is not in kebab case
					server.x.name      | java.lang.String            | Name.                       | is outside the namespace
					""")
	void whatBootsWordingForbidsIsReported(String name, String type, String description, String violation)
			throws IOException {
		write(name, type, "\"description\": \"" + description + "\"");
		assertThat(metadata().violations()).singleElement().asString().startsWith(name + " ").contains(violation);
	}

	@Test
	void aPropertyWithoutADescriptionIsReported() throws IOException {
		write("mainstay.x.mode", "java.lang.String", "\"defaultValue\": \"report\"");
		assertThat(metadata().violations()).containsExactly("mainstay.x.mode has no description");
	}

	@Test
	void aDeprecatedPropertySaysSinceWhen() throws IOException {
		write("mainstay.x", "java.lang.String",
				"\"description\": \"Name.\", \"deprecation\": { \"level\": \"error\" }");
		assertThat(metadata().violations()).containsExactly("mainstay.x does not say since when it is deprecated");
		write("mainstay.x", "java.lang.String", "\"description\": \"Name.\", \"deprecation\": { \"since\": \"1.2\" }");
		assertThat(metadata().violations()).isEmpty();
	}

	@Test
	void aSwitchOfAFeatureThatIsNoPropertyIsReported() throws IOException {
		write("mainstay.x.enabled", "java.lang.Boolean", "\"description\": \"Whether.\"");
		Path features = this.classes.resolve("META-INF/mainstay/features.properties");
		Files.createDirectories(features.getParent());
		Files.writeString(features, "x=mainstay.x.enabled\ny=mainstay.y.enabled\n");
		assertThat(metadata().unknownSwitches()).containsExactly("mainstay.y.enabled");
	}

	private ConfigurationMetadata metadata() {
		return new ConfigurationMetadata(this.classes);
	}

	private void write(String name, String type, String rest) throws IOException {
		Path file = this.classes.resolve("META-INF/spring-configuration-metadata.json");
		Files.createDirectories(file.getParent());
		Files.writeString(file, """
				{ "properties": [ { "name": "%s", "type": "%s", %s } ] }
				""".formatted(name, type, rest));
	}

}
