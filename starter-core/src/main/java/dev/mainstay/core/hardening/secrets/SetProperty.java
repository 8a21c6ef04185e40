package dev.mainstay.core.hardening.secrets;

import dev.mainstay.core.hardening.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.PropertySource;

/**
 * A property where somebody sets it. Immutable.
 *
 * @param name the name
 * @param text the value as it is written, with placeholders
 * @param origin the place, in words
 * @param place the place, {@code null} if its source does not know it
 * @param source the property source
 * @param effective whether no other source has set it before
 */
record SetProperty(ConfigurationPropertyName name, String text, String origin, @Nullable Origin place,
		PropertySource<?> source, boolean effective) {

	private static final String CLASS_PATH = "class path resource [";

	/** Whoever has the jar has the value. */
	boolean isShipped() {
		return this.origin.startsWith(CLASS_PATH) || this.origin.startsWith("URL [jar:")
				|| this.source.getName().startsWith(CLASS_PATH);
	}

	/** Tells everything but the value. */
	Finding finding(String what) {
		return new Finding(this.name + " " + what + " (" + this.text.length() + " characters)", this.origin);
	}

}
