package dev.mainstay.security;

import dev.mainstay.rules.AbstractConfigurationMetadataTests;

class ConfigurationMetadataTests extends AbstractConfigurationMetadataTests {

}
