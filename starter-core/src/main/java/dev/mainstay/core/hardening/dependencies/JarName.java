package dev.mainstay.core.hardening.dependencies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the name of a jar from the URL of what is in it.
 */
final class JarName {

	private static final Pattern NAME = Pattern.compile("([^/!]+\\.jar)(?:!/|/)*$");

	private JarName() {
	}

	/** The name of the jar that a URL ends with, {@code null} if it ends with none. */
	static @Nullable String of(String root) {
		Matcher matcher = NAME.matcher(root);
		return matcher.find() ? matcher.group(1) : null;
	}

	/** What follows the name of an artifact, {@code null} if the jar is not of it. */
	static @Nullable String version(String root, String artifact) {
		String name = of(root);
		return (name != null && name.startsWith(artifact + "-"))
				? name.substring(artifact.length() + 1, name.length() - ".jar".length()) : null;
	}

}
