package dev.mainstay.observability;

import dev.mainstay.rules.AbstractConfigurationMetadataTests;

class ConfigurationMetadataTests extends AbstractConfigurationMetadataTests {

}
