package dev.mainstay.security.headers;

import java.util.Set;

import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is going to do with an answer, as far as its request says (Fetch
 * Metadata, and the values of {@code Accept} of the Fetch standard). A header that is
 * harmless to a program may break a page that uses the answer as one of its parts.
 */
enum AnswerUse {

	/** Handed to a program, in a browser or elsewhere. */
	PROGRAM,

	/** Shown by itself. */
	DOCUMENT,

	/** Shown inside a page. */
	FRAME,

	/** Run as a script of a page. */
	SCRIPT,

	/** Applied as a style of a page. */
	STYLE,

	/** Any other part of a page, or sent for by it without a look at the answer. */
	PART;

	private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object", "fencedframe");

	/** What the Fetch standard calls script-like. */
	private static final Set<String> SCRIPTS = Set.of("script", "worker", "sharedworker", "serviceworker",
			"audioworklet", "paintworklet");

	static AnswerUse of(ResponseHead head) {
		if (head.isRequestHeader("Sec-Fetch-Dest", "empty")) {
			return ofProgram(head);
		}
		String destination = head.requestHeader("Sec-Fetch-Dest");
		if (destination != null) {
			return destination.equals("json") ? ofProgram(head) : of(destination);
		}
		String agent = head.requestHeader("User-Agent");
		boolean browser = agent != null && agent.startsWith("Mozilla/") && head.requestHeader("Sec-Fetch-Mode") == null;
		return browser ? guess(head.requestHeader("Accept")) : PROGRAM;
	}

	private static AnswerUse ofProgram(ResponseHead head) {
		return head.isRequestHeader("Sec-Fetch-Mode", "no-cors") ? PART : PROGRAM;
	}

	private static AnswerUse of(String destination) {
		if (FRAMES.contains(destination)) {
			return FRAME;
		}
		if (SCRIPTS.contains(destination)) {
			return SCRIPT;
		}
		return switch (destination) {
			case "document" -> DOCUMENT;
			case "style" -> STYLE;
			default -> PART;
		};
	}

	/** A browser does not say what it does over plain HTTP, and an old one never does. */
	private static AnswerUse guess(@Nullable String accept) {
		if (accept == null || accept.equals("*/*")) {
			return SCRIPT;
		}
		if (accept.startsWith("text/html")) {
			return FRAME;
		}
		if (accept.startsWith("text/css")) {
			return STYLE;
		}
		return accept.startsWith("image/") ? PART : PROGRAM;
	}

	boolean isPartOfPage() {
		return this != PROGRAM && this != DOCUMENT;
	}

	boolean isShown() {
		return this == DOCUMENT || this == FRAME;
	}

	/**
	 * Whether {@code nosniff} takes nothing away: a browser then blocks a script or a
	 * style by its type, and shows what has no type as text (Fetch, 3.6; MIME Sniffing,
	 * 7). Errors are neither run nor applied.
	 */
	boolean allowsNosniff(ContentType type, int status) {
		if (isShown()) {
			return !type.isMissing();
		}
		return status >= 400 || ((this != SCRIPT || type.isScript()) && (this != STYLE || type.isStyle()));
	}

}
