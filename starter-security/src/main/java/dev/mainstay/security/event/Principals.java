package dev.mainstay.security.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a name is told. Knows a bounded number of names, those seen last.
 * Thread-safe.
 */
final class Principals {

	static final int MAX_KNOWN = 10_000;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_LENGTH = 32;

	/** As short as tells ten thousand names apart. */
	private static final int HASH_LENGTH = 6;

	private final PrincipalNames shown;

	private final TextMasker masker;

	private final SecretKeySpec key = randomKey();

	private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
			return size() > MAX_KNOWN;
		}

	};

	Principals(PrincipalNames shown, TextMasker masker) {
		this.shown = shown;
		this.masker = masker;
	}

	/**
	 * Note that somebody of that name has authenticated. A name that is not told in full
	 * anyway need not be kept.
	 */
	void authenticated(String name) {
		if (this.shown == PrincipalNames.KNOWN && name.length() <= Printable.MAX_NAME) {
			synchronized (this.known) {
				this.known.put(name, Boolean.TRUE);
			}
		}
	}

	/**
	 * How a name is told.
	 * @param claimed whether nobody has proved to be called that
	 */
	@Nullable ToldPrincipal tell(@Nullable String name, boolean claimed) {
		if (name == null || name.isEmpty()) {
			return null;
		}
		boolean plain = switch (this.shown) {
			case ALL -> true;
			case NONE -> false;
			case KNOWN -> !claimed || isKnown(name);
		};
		return plain ? new ToldPrincipal(Printable.name(name, this.masker), false)
				: new ToldPrincipal(hash(name), true);
	}

	private boolean isKnown(String name) {
		synchronized (this.known) {
			return this.known.containsKey(name);
		}
	}

	private String hash(String name) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_LENGTH));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	/** Not kept anywhere: without it nobody can try passwords on a hash. */
	private static SecretKeySpec randomKey() {
		byte[] key = new byte[KEY_LENGTH];
		new SecureRandom().nextBytes(key);
		return new SecretKeySpec(key, ALGORITHM);
	}

}
