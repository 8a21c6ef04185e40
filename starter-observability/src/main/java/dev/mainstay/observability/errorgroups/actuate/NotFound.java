package dev.mainstay.observability.errorgroups.actuate;

/**
 * What is not known. What was asked for is said again only if it is a name.
 *
 * @param id the id
 * @param state always {@code not-found}
 * @param reason what that means
 * @since 0.1.0
 */
public record NotFound(String id, String state, String reason) {

	private static final int MAX_LENGTH = 64;

	static NotFound of(String id) {
		boolean name = id.length() <= MAX_LENGTH && id.chars()
			.allMatch((c) -> (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_' || c == '.');
		return new NotFound(name ? id : "-", "not-found",
				"nothing failed in a request with this id on this instance, or it is forgotten; other instances have groups of their own");
	}

}
