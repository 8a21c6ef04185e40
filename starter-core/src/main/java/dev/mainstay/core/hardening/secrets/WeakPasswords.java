package dev.mainstay.core.hardening.secrets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Passwords that are tried first, and those that are meant for a developer's desk.
 */
final class WeakPasswords {

	private static final int MIN_LENGTH = 8;

	private static final Set<String> DEFAULTS = Set.of("admin", "administrator", "changeit", "changeme", "default",
			"demo", "example", "guest", "letmein", "manager", "master", "mongo", "mysql", "oracle", "pass", "passw0rd",
			"password", "postgres", "postgresql", "qwerty", "qwertyuiop", "rabbitmq", "redis", "root", "secret",
			"spring", "system", "test", "user", "welcome");

	/** Digits and signs at the end make no difference to who tries them. */
	private static final Pattern TAIL = Pattern.compile("[0-9!?.@#$_-]+$");

	private static final Pattern FOR_DEVELOPMENT = Pattern
		.compile("test|dev|example|sample|dummy|fake|local|demo|placeholder|change.?me|insecure|your.?");

	private WeakPasswords() {
	}

	/** Whether somebody who knows the user only finds it out. */
	static boolean isWeak(String password, @Nullable String user) {
		String lower = password.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\{noop}", "");
		return lower.length() < MIN_LENGTH || isDefault(lower) || lower.chars().allMatch(Character::isDigit)
				|| lower.equalsIgnoreCase(user) || lower.chars().distinct().count() < 3;
	}

	private static boolean isDefault(String lower) {
		return DEFAULTS.contains(TAIL.matcher(lower).replaceFirst("").replace("-", "").replace("_", ""));
	}

	/** Whether it says itself that it is none for others. */
	static boolean isForDevelopment(String secret) {
		String lower = secret.toLowerCase(Locale.ROOT);
		return isWeak(lower, null) || FOR_DEVELOPMENT.matcher(lower).find();
	}

}
