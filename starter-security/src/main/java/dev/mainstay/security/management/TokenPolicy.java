package dev.mainstay.security.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Admits whoever sends a token as {@code Authorization: Bearer} (RFC 6750, 2.1). How long
 * the comparison takes depends on what was sent alone, and tells neither how much of it
 * was right nor how long the right one is. Thread-safe.
 */
final class TokenPolicy implements ManagementAccessPolicy {

	private static final String SCHEME = "Bearer ";

	/** The header as nearly everybody writes it, so that it need not be taken apart. */
	private final byte @Nullable [] expected;

	TokenPolicy(@Nullable String token) {
		this.expected = StringUtils.hasText(token) ? bytes(SCHEME + token.strip()) : null;
	}

	@Override
	public boolean comparesSecretOf(ManagementCall call) {
		return this.expected != null && bearer(call.headers("Authorization")) != null;
	}

	/** Of two headers, a proxy may mean the one that is not looked at: together wrong. */
	@Override
	public boolean admits(ManagementCall call) {
		if (this.expected == null) {
			return false;
		}
		List<String> values = call.headers("Authorization");
		String bearer = bearer(values);
		return bearer != null && values.size() == 1
				&& (isExpected(bearer) || isExpected(SCHEME + bearer.substring(SCHEME.length()).strip()));
	}

	/** The time of the comparison depends on its first argument only. */
	private boolean isExpected(String authorization) {
		return MessageDigest.isEqual(bytes(authorization), this.expected);
	}

	private static byte[] bytes(String authorization) {
		return authorization.getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable String bearer(List<String> authorizations) {
		for (int i = 0; i < authorizations.size(); i++) {
			String authorization = authorizations.get(i);
			if (authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
				return authorization;
			}
		}
		return null;
	}

	@Override
	public @Nullable String challenge() {
		return (this.expected != null) ? "Bearer" : null;
	}

	@Override
	public String remedy() {
		return ((this.expected != null) ? "send" : "set and send")
				+ " mainstay.security.management.token as a bearer token";
	}

}
