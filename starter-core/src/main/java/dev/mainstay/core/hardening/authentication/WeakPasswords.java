package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Tells a password that everybody tries first.
 */
final class WeakPasswords {

	private static final int SHORTEST = 12;

	private static final String PLAIN = "{noop}";

	private static final Set<String> USUAL = Set.of("administrator", "administrator1", "password1234",
			"passwordpassword", "changemechangeme", "123456789012", "qwertyuiop12");

	/** Encoded, each costs a while: the three that are most likely. */
	private static final List<String> FIRST = List.of("password", "secret");

	private static final Pattern CHEAP = Pattern.compile("(\\{bcrypt})?\\$2[aby]?\\$(0[4-9]|10)\\$.*");

	private static final Pattern ENCODED = Pattern.compile("(\\{[^}]+}|\\$).*");

	private final PasswordEncoder encoder;

	private WeakPasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	static WeakPasswords of(InspectedApplication application) {
		return new WeakPasswords(application.beans(PasswordEncoder.class)
			.stream()
			.findFirst()
			.orElseGet(PasswordEncoderFactories::createDelegatingPasswordEncoder));
	}

	/**
	 * What is wrong with the password of a user.
	 * @param user the user
	 * @param configured whether it comes from a property, which has to keep it in clear
	 */
	@Nullable String weakness(UserDetails user, boolean configured) {
		String password = user.getPassword();
		if (password == null) {
			return null;
		}
		boolean marked = password.startsWith(PLAIN);
		if (marked || !ENCODED.matcher(password).matches()) {
			String plain = marked ? password.substring(PLAIN.length()) : password;
			if (isGuessed(plain, user.getUsername())) {
				return "is short or one of the usual ones";
			}
			return (marked && !configured) ? "is kept as {noop}" : null;
		}
		boolean tried = CHEAP.matcher(password).matches()
				&& Stream.concat(Stream.of(user.getUsername()), FIRST.stream())
					.anyMatch((guess) -> matches(guess, password));
		return tried ? "is one of the usual ones" : null;
	}

	/** A password that the encoder cannot read lets nobody in. */
	private boolean matches(String guess, String encoded) {
		try {
			return this.encoder.matches(guess, encoded);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isGuessed(String password, String user) {
		String lower = password.toLowerCase(Locale.ROOT);
		return password.length() < SHORTEST || USUAL.contains(lower) || lower.equals(user.toLowerCase(Locale.ROOT))
				|| password.chars().distinct().count() < 4;
	}

}
