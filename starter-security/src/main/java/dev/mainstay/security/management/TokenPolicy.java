package dev.mainstay.security.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Admits whoever sends a token as {@code Authorization: Bearer} (RFC 6750, 2.1). Digests
 * are compared, in a time that tells neither how much of a token was right nor how long
 * the right one is. Thread-safe.
 */
final class TokenPolicy implements ManagementAccessPolicy {

	private static final String SCHEME = "Bearer ";

	private final byte @Nullable [] digest;

	TokenPolicy(@Nullable String token) {
		this.digest = StringUtils.hasText(token) ? digest(token.strip()) : null;
	}

	@Override
	public boolean comparesSecretOf(ManagementCall call) {
		return this.digest != null && tokenOf(call) != null;
	}

	@Override
	public boolean admits(ManagementCall call) {
		String token = tokenOf(call);
		return this.digest != null && token != null && MessageDigest.isEqual(this.digest, digest(token));
	}

	/** Of two headers, a proxy may mean the one that is not looked at: together wrong. */
	private static @Nullable String tokenOf(ManagementCall call) {
		List<String> values = call.headers("Authorization");
		if (values.stream().noneMatch(TokenPolicy::isBearer)) {
			return null;
		}
		return (values.size() == 1) ? values.get(0).substring(SCHEME.length()).strip() : "";
	}

	private static boolean isBearer(String authorization) {
		return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	@Override
	public @Nullable String challenge() {
		return (this.digest != null) ? "Bearer" : null;
	}

	@Override
	public String remedy() {
		return ((this.digest != null) ? "send" : "set and send")
				+ " mainstay.security.management.token as a bearer token";
	}

	private static byte[] digest(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
