package dev.mainstay.rules;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a module to what an IDE shows for its properties. Each module that has properties
 * extends it by a class that adds nothing.
 */
public abstract class AbstractConfigurationMetadataTests {

	private final ConfigurationMetadata metadata = new ConfigurationMetadata(ModuleClasses.directory(getClass()));

	@Test
	final void everyPropertyIsDescribed() throws IOException {
		assertThat(this.metadata.properties()).isNotEmpty();
		assertThat(this.metadata.violations()).isEmpty();
	}

	@Test
	final void everySwitchOfAFeatureIsAProperty() throws IOException {
		assertThat(this.metadata.unknownSwitches()).isEmpty();
	}

}
