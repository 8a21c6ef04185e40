package dev.mainstay.observability;

import java.io.IOException;

import dev.mainstay.rules.ConfigurationMetadataRules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		assertThat(ConfigurationMetadataRules.propertyNames()).isNotEmpty();
		assertThat(ConfigurationMetadataRules.violations()).isEmpty();
	}

}
