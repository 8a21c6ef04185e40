package dev.mainstay.core.hardening.secrets;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Tells what runs on the same machine, or in the same process.
 */
final class LocalServices {

	private static final Pattern LOOPBACK = Pattern
		.compile("(?i)(.*(//|@|\\()|)(localhost|127\\.[0-9.]+|\\[?::1]?)([:/,;?)].*|)");

	private static final Pattern EMBEDDED = Pattern
		.compile("(?i)jdbc:(h2:(?!tcp:|ssl:)|hsqldb:(?!hsql)|derby:(?!//)).*");

	private LocalServices() {
	}

	/** Whether a URL or the name of a host is that of this machine. */
	static boolean isLoopback(String address) {
		return LOOPBACK.matcher(address.strip()).matches();
	}

	static boolean isEmbedded(String url) {
		return EMBEDDED.matcher(url.strip()).matches();
	}

	/** Whether the service that a password is for is said to be on this machine. */
	static boolean isLoopbackBeside(InspectedApplication application, ConfigurationPropertyName password) {
		return addresses(application, password).anyMatch(LocalServices::isLoopback);
	}

	/** Whether the password is that of a database inside the process, which has none. */
	static boolean isEmbeddedBeside(InspectedApplication application, ConfigurationPropertyName password) {
		return addresses(application, password).anyMatch(LocalServices::isEmbedded);
	}

	private static Stream<String> addresses(InspectedApplication application, ConfigurationPropertyName password) {
		ConfigurationPropertyName prefix = password.getParent();
		return Stream.of("url", "uri", "jdbc-url", "host", "addresses")
			.map((name) -> application.value(prefix.append(name).toString()))
			.filter(Objects::nonNull);
	}

}
