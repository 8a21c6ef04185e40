package dev.mainstay.core.configuration;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * A property that the metadata of a starter describes.
 *
 * @param name the name, in the canonical form
 * @param type the name of its type
 */
record KnownProperty(ConfigurationPropertyName name, String type) {

	boolean isBoolean() {
		return "java.lang.Boolean".equals(this.type);
	}

	/** Elements of lists and entries of maps are named by whoever sets them. */
	boolean covers(ConfigurationPropertyName other) {
		return this.name.equals(other) || (this.type.startsWith("java.util.") && this.name.isAncestorOf(other));
	}

}
