package dev.mainstay.security.headers;

import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

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

	static AnswerKind of(ResponseHead head) {
		int status = head.status();
		if (status == 304) {
			return NOT_MODIFIED;
		}
		if (status >= 300 && status < 400) {
			return REDIRECT;
		}
		String type = head.header("Content-Type");
		if (type == null) {
			return (status >= 400) ? API : OTHER;
		}
		int end = essenceEnd(type);
		if (is(type, end, "text/html") || is(type, end, "application/xhtml+xml")) {
			return HTML;
		}
		return (isData(type, end) && !isDownload(head)) || (status >= 400 && isText(type, end)) ? API : OTHER;
	}

	private static boolean isData(String type, int end) {
		return is(type, end, "application/json") || endsWith(type, end, "+json") || is(type, end, "text/event-stream")
				|| is(type, end, "application/x-ndjson") || is(type, end, "application/json-seq")
				|| is(type, end, "application/problem+xml");
	}

	/** What servers write into the body of an error. */
	private static boolean isText(String type, int end) {
		return is(type, end, "text/plain") || is(type, end, "application/xml") || is(type, end, "text/xml");
	}

	private static boolean isDownload(ResponseHead head) {
		return startsWith(head.header("Content-Disposition"), "attachment");
	}

	private static boolean startsWith(@Nullable String value, String start) {
		return value != null && value.regionMatches(true, 0, start, 0, start.length());
	}

	private static int essenceEnd(String type) {
		int end = type.indexOf(';');
		end = (end < 0) ? type.length() : end;
		while (end > 0 && type.charAt(end - 1) <= ' ') {
			end--;
		}
		return end;
	}

	private static boolean is(String type, int end, String essence) {
		return end == essence.length() && startsWith(type, essence);
	}

	private static boolean endsWith(String type, int end, String suffix) {
		return type.regionMatches(true, end - suffix.length(), suffix, 0, suffix.length());
	}

}
