package dev.mainstay.bad.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.DeprecatedConfigurationProperty;

@ConfigurationProperties(prefix = "mainstay.bad")
public class OpenProperties {

	@DeprecatedConfigurationProperty(replacement = "mainstay.good")
	public String getOld() {
		return "";
	}

}
