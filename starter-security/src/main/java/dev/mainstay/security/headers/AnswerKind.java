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

	static AnswerKind of(ResponseHead head, ContentType type) {
		int status = head.status();
		if (status == 304) {
			return NOT_MODIFIED;
		}
		if (status >= 300 && status < 400) {
			return REDIRECT;
		}
		if (type.isPage()) {
			return HTML;
		}
		boolean errorText = status >= 400 && (type.isMissing() || type.isErrorText());
		return errorText || (type.isData() && !isDownload(head)) ? API : OTHER;
	}

	private static boolean isDownload(ResponseHead head) {
		String disposition = head.header("Content-Disposition");
		return disposition != null && disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
	}

}
