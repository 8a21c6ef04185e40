package dev.mainstay.resilience;

import dev.mainstay.rules.AbstractConfigurationMetadataTests;

class ConfigurationMetadataTests extends AbstractConfigurationMetadataTests {

}
