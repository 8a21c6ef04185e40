package dev.mainstay.core.defaults;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShippedFilesHints}.
 */
class ShippedFilesHintsTests {

	@ParameterizedTest
	@ValueSource(strings = { DefaultsEnvironmentPostProcessor.DEFAULTS_LOCATION,
			DefaultsEnvironmentPostProcessor.DISABLED_LOCATION, PolicyEnvironmentPostProcessor.LOCATION,
			"META-INF/mainstay/features.properties", "META-INF/spring-configuration-metadata.json" })
	void keepWhatAStartReads(String file) {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.forEach((registrar) -> registrar.registerHints(hints, getClass().getClassLoader()));
		assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(hints);
	}

}
