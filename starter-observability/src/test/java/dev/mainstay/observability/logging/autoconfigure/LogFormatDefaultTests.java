package dev.mainstay.observability.logging.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LogFormatDefaultTests {

	private static final String CONSOLE = "logging.structured.format.console";

	private static final String FILE = "logging.structured.format.file";

	private final LogFormatDefault condition = new LogFormatDefault();

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void letsTheFormatThroughWhenItIsJson() {
		this.environment.setProperty("mainstay.logging.format", "json");
		assertThat(this.condition.matches(CONSOLE, this.environment)).isTrue();
		assertThat(this.condition.matches(FILE, this.environment)).isTrue();
	}

	@Test
	void withholdsTheFormatWhenItIsText() {
		this.environment.setProperty("mainstay.logging.format", "text");
		assertThat(this.condition.matches(CONSOLE, this.environment)).isFalse();
		assertThat(this.condition.matches(FILE, this.environment)).isFalse();
	}

	@Test
	void withholdsTheFormatWhenTheFeatureIsOff() {
		this.environment.setProperty("mainstay.logging.format", "json");
		this.environment.setProperty("mainstay.logging.enabled", "false");
		assertThat(this.condition.matches(CONSOLE, this.environment)).isFalse();
	}

	@Test
	void withholdsOnlyTheFormatOfAFileWithAPattern() {
		this.environment.setProperty("logging.pattern.file", "%m%n");
		assertThat(this.condition.matches(CONSOLE, this.environment)).isTrue();
		assertThat(this.condition.matches(FILE, this.environment)).isFalse();
	}

	@Test
	void hasNothingToSayOfOtherDefaults() {
		this.environment.setProperty("mainstay.logging.enabled", "false");
		assertThat(this.condition.matches("server.shutdown", this.environment)).isTrue();
	}

}
