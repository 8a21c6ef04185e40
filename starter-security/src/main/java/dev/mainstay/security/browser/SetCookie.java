package dev.mainstay.security.browser;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code Set-Cookie} header, as a browser takes it apart (RFC 6265bis,
 * 5.6): what stands between semicolons, whatever quotes there are.
 *
 * @param value as it was set
 * @param name the name of the cookie
 * @param attributes the names of the attributes, in lower case
 */
record SetCookie(String value, String name, Set<String> attributes) {

	static final String SAME_SITE = "SameSite";

	static final String SECURE = "Secure";

	static final String HTTP_ONLY = "HttpOnly";

	/** Returns {@code null} for what a browser makes no cookie of, or another one. */
	static @Nullable SetCookie parse(String value) {
		String[] parts = value.split(";", -1);
		int end = parts[0].indexOf('=');
		String name = (end < 0) ? "" : parts[0].substring(0, end).strip();
		if (name.isEmpty() || value.chars().anyMatch((it) -> it < ' ' && it != '\t')) {
			return null;
		}
		Set<String> attributes = new LinkedHashSet<>();
		for (int i = 1; i < parts.length; i++) {
			int equals = parts[i].indexOf('=');
			String attribute = (equals < 0) ? parts[i] : parts[i].substring(0, equals);
			attributes.add(attribute.strip().toLowerCase(Locale.ROOT));
		}
		return new SetCookie(value, name, attributes);
	}

	boolean has(String attribute) {
		return this.attributes.contains(attribute.toLowerCase(Locale.ROOT));
	}

	/** It is meant for pages of other sites, and needs {@code SameSite=None}. */
	boolean isPartitioned() {
		return has("Partitioned");
	}

}
