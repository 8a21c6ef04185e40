package dev.mainstay.observability.logging.autoconfigure;

import java.net.URL;
import java.util.Set;

import dev.mainstay.core.mode.FeatureState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LogFormatChoiceTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void isJsonWhereThereIsNoTerminal() {
		assertThat(choice(false)).isEqualTo(new LogFormatChoice(FeatureState.ON, null));
	}

	@Test
	void isTextOnATerminal() {
		assertThat(choice(true).state()).isEqualTo(FeatureState.NOT_APPLICABLE);
		assertThat(choice(true).reason()).contains("terminal");
	}

	@ParameterizedTest
	@CsvSource({ "json,ON", "JSON,ON", "text,ON", "Text,ON", "auto,NOT_APPLICABLE", "wrong,NOT_APPLICABLE" })
	void followsThePropertyOnATerminal(String format, FeatureState state) {
		this.environment.setProperty("mainstay.logging.format", format);
		assertThat(choice(true).state()).isEqualTo(state);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.structured.format.console=ecs", "logging.structured.format.console=",
			"logging.config=classpath:own.xml", "logging.pattern.console=%m%n" })
	void backsOffForAPropertyOfTheApplication(String property) {
		int separator = property.indexOf('=');
		this.environment.setProperty(property.substring(0, separator), property.substring(separator + 1));
		assertThat(choice(false)).isEqualTo(new LogFormatChoice(FeatureState.BACKED_OFF, property));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-Dwhatever" })
	void isJsonWithAConfigurationThatSpringBootIgnores(String config) {
		this.environment.setProperty("logging.config", config);
		assertThat(choice(false).state()).isEqualTo(FeatureState.ON);
	}

	@Test
	void isJsonInspiteOfAPatternWhenAskedFor() {
		this.environment.setProperty("logging.pattern.console", "%m%n");
		this.environment.setProperty("mainstay.logging.format", "json");
		assertThat(choice(false).state()).isEqualTo(FeatureState.ON);
	}

	@Test
	void isOnWhenTheApplicationNamesTheFormatterItself() {
		this.environment.setProperty("logging.structured.format.console", LogFormatChoice.FORMATTER);
		assertThat(choice(false).state()).isEqualTo(FeatureState.ON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logback.xml", "logback-spring.xml", "logback-test.xml", "logback-test-spring.xml" })
	void backsOffForAFileOfTheApplication(String file) {
		LogFormatChoice choice = LogFormatChoice.of(this.environment, new WithFile(file), () -> false);
		assertThat(choice).isEqualTo(new LogFormatChoice(FeatureState.BACKED_OFF, "classpath:" + file));
	}

	private LogFormatChoice choice(boolean terminal) {
		return LogFormatChoice.of(this.environment, getClass().getClassLoader(), () -> terminal);
	}

	private static final class WithFile extends ClassLoader {

		private final Set<String> files;

		WithFile(String... files) {
			super(WithFile.class.getClassLoader());
			this.files = Set.of(files);
		}

		@Override
		public URL getResource(String name) {
			return super.getResource(this.files.contains(name) ? "META-INF/mainstay/features.properties" : name);
		}

	}

}
