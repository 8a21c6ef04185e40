package dev.mainstay.security.headers;

import dev.mainstay.core.request.ResponseHead;

/**
 * What an answer is to a browser, which decides on the headers that cannot break it.
 */
enum AnswerKind {

	/** Data for a program, or an error that is not a page. */
	API,

	/** A page. */
	HTML,

	/**
	 * Anything else that has a body or could have: images, scripts, styles, downloads.
	 */
	OTHER,

	/** A referrer policy on a redirect would be that of the page it leads to. */
	REDIRECT,

	/** No answer of its own: its headers would replace those of the answer in a cache. */
	NOT_MODIFIED;

	private static final String NOTHING = "default-src 'none'";

	/**
	 * The kind of an answer.
	 * @param head the head of the answer
	 * @param type its type
	 * @param use what becomes of it, {@link AnswerUse#PROGRAM} if that does not matter
	 */
	static AnswerKind of(ResponseHead head, ContentType type, AnswerUse use) {
		int status = head.status();
		if (status == 304) {
			return NOT_MODIFIED;
		}
		if (status >= 300 && status < 400) {
			return REDIRECT;
		}
		if (type.isPage()) {
			return (status >= 400 && needsNothing(head)) ? API : HTML;
		}
		boolean errorText = status >= 400 && (type.isMissing() || type.isText());
		boolean data = errorText || (type.isData() && !isDownload(head));
		return data && !isUsedAsPage(type, use) ? API : OTHER;
	}

	/** A browser shows XML by its style sheet, and without a type what it looks like. */
	private static boolean isUsedAsPage(ContentType type, AnswerUse use) {
		return use.isPartOfPage() || (use.isShown() && (type.isXml() || type.isMissing()));
	}

	/** As the page of an error that nobody has shaped. */
	private static boolean needsNothing(ResponseHead head) {
		String policy = head.header("Content-Security-Policy");
		return policy != null && policy.startsWith(NOTHING) && policy.indexOf("-src", NOTHING.length()) < 0
				&& policy.contains("frame-ancestors 'none'");
	}

	private static boolean isDownload(ResponseHead head) {
		String disposition = head.header("Content-Disposition");
		return disposition != null && disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
	}

}
