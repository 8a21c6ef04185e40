package dev.mainstay.core.hardening.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

/**
 * A jar, as it is named. Almost all are named by artifact and version.
 *
 * @param root the URL of what is in it
 * @param name the name of the file
 * @param artifact the name before the version
 * @param version what follows, with what else Maven puts there
 */
record JarOnClassPath(String root, String name, String artifact, String version) {

	private static final String MANIFEST = "META-INF/MANIFEST.MF";

	private static final Pattern NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");

	/** Those that have a manifest and a version, each once. */
	static List<JarOnClassPath> all(InspectedApplication application) throws IOException {
		ClassLoader classLoader = Objects.requireNonNull(application.context().getClassLoader());
		return Collections.list(classLoader.getResources(MANIFEST))
			.stream()
			.map((manifest) -> of(manifest.toExternalForm()))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private static @Nullable JarOnClassPath of(String manifest) {
		String root = manifest.substring(0, manifest.length() - MANIFEST.length());
		String name = JarName.of(root);
		Matcher matcher = (name != null) ? NAME.matcher(name) : null;
		return (matcher != null && matcher.matches())
				? new JarOnClassPath(root, matcher.group(), matcher.group(1), matcher.group(2)) : null;
	}

	/** The version without what follows a hyphen. */
	String release() {
		int end = this.version.indexOf('-');
		return (end > 0) ? this.version.substring(0, end) : this.version;
	}

	Attributes manifest() throws IOException {
		URLConnection connection = new URL(this.root + MANIFEST).openConnection();
		connection.setUseCaches(false);
		try (InputStream input = connection.getInputStream()) {
			return new Manifest(input).getMainAttributes();
		}
	}

}
