package dev.mainstay.core;

import dev.mainstay.rules.AbstractConfigurationMetadataTests;

class ConfigurationMetadataTests extends AbstractConfigurationMetadataTests {

}
