package dev.mainstay.core.hardening.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;

/**
 * A file that has a secret in it.
 *
 * @param what the property that names it, or is set in it
 * @param path where it is
 */
record SecretFile(String what, Path path) {

	/** A trust store, and a certificate without its key, is nothing to hide. */
	private static final Pattern NAMES_FILE = Pattern
		.compile("(server\\.ssl|management\\.server\\.ssl)\\.(key-store|certificate-private-key)"
				+ "|spring\\.ssl\\.bundle\\..+\\.keystore\\.(location|private-key)");

	static Stream<SecretFile> of(SetProperty property, InspectedApplication application) {
		if (NAMES_FILE.matcher(property.name().toString()).matches()) {
			String location = application.value(property.name().toString());
			return (location == null || location.contains("-----BEGIN")) ? Stream.empty()
					: of(property, ApplicationResourceLoader.get(application.context(), true).getResource(location));
		}
		return (!property.isShipped() && SecretNames.holdsSecret(property.name(), property.text()))
				? of(property, resource(property.place())) : Stream.empty();
	}

	private static Stream<SecretFile> of(SetProperty property, @Nullable Resource resource) {
		try {
			return (resource != null && resource.isFile() && resource.exists())
					? Stream.of(new SecretFile(property.name().toString(), resource.getFile().toPath()))
					: Stream.empty();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static @Nullable Resource resource(@Nullable Origin place) {
		Origin origin = (place instanceof PropertySourceOrigin within) ? within.getOrigin() : place;
		return (origin instanceof TextResourceOrigin text) ? text.getResource() : null;
	}

}
