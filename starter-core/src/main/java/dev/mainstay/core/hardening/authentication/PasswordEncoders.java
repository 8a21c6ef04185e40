package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Tells what an encoder does with a password, as far as it can be seen from outside.
 */
final class PasswordEncoders {

	private static final List<String> WEAK_TYPES = List.of("NoOpPasswordEncoder", "MessageDigestPasswordEncoder",
			"Md4PasswordEncoder", "LdapShaPasswordEncoder", "StandardPasswordEncoder");

	private static final List<String> WEAK_IDS = List.of("noop", "MD4", "MD5", "SHA-1", "SHA-256", "SHA-512", "sha256",
			"ldap");

	/** Well-formed, and of fewer rounds than are enough. */
	private static final String WEAK_BCRYPT = "$2a$09$" + "a".repeat(53);

	private static final String SAMPLE = "hardening-check";

	private static final Pattern DIGEST = Pattern.compile("(?i)[0-9a-f]{32}|[0-9a-f]{40}");

	private PasswordEncoders() {
	}

	static Map<String, String> weaknesses(InspectedApplication application) {
		Map<String, String> weaknesses = new TreeMap<>();
		application.namedBeans(PasswordEncoder.class).forEach((name, encoder) -> {
			String weakness = weakness(encoder);
			if (weakness != null) {
				weaknesses.put(name, weakness);
			}
		});
		return weaknesses;
	}

	private static @Nullable String weakness(PasswordEncoder encoder) {
		if (WEAK_TYPES.contains(encoder.getClass().getSimpleName())) {
			return "is a " + encoder.getClass().getSimpleName();
		}
		if (encoder instanceof BCryptPasswordEncoder) {
			return encoder.upgradeEncoding(WEAK_BCRYPT) ? null : "uses bcrypt with fewer than 10 rounds";
		}
		if (encoder instanceof DelegatingPasswordEncoder) {
			return delegated(encoder);
		}
		return encoder.getClass().getName().startsWith("org.springframework.") ? null : own(encoder);
	}

	/** It would encode anew what is not encoded with what it encodes with. */
	private static @Nullable String delegated(PasswordEncoder encoder) {
		if (!encoder.upgradeEncoding("{bcrypt}" + WEAK_BCRYPT)) {
			return "uses bcrypt with fewer than 10 rounds";
		}
		return WEAK_IDS.stream()
			.filter((id) -> !encoder.upgradeEncoding("{" + id + "}x"))
			.map((id) -> "encodes with " + id)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String own(PasswordEncoder encoder) {
		String encoded = encoder.encode(SAMPLE);
		if (encoded == null || encoded.contains(SAMPLE)) {
			return "leaves the password as it is";
		}
		return DIGEST.matcher(encoded).matches() ? "makes a plain digest of the password" : null;
	}

}
