package dev.mainstay.core.compatibility;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A version of Spring Boot, as far as it decides whether Mainstay can run on it.
 *
 * @param major the first number
 * @param minor the second number
 */
record BootVersion(int major, int minor) {

	/** The first one with the packages and hooks that the starters are built on. */
	static final BootVersion REQUIRED = new BootVersion(4, 1);

	private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\D.*)?");

	/** A version that nobody can read stands for none, and is left to fate. */
	static @Nullable BootVersion parse(@Nullable String version) {
		Matcher matcher = FORM.matcher((version != null) ? version : "");
		return matcher.matches()
				? new BootVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))) : null;
	}

	boolean suffices() {
		return this.major > REQUIRED.major || (this.major == REQUIRED.major && this.minor >= REQUIRED.minor);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
