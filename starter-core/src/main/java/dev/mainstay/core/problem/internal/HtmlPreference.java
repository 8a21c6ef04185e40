package dev.mainstay.core.problem.internal;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Tells whether a client would rather have a page than JSON.
 *
 * @since 0.1.0
 */
public final class HtmlPreference {

	private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

	private HtmlPreference() {
	}

	/**
	 * Whether a client prefers a page, by the quality of what it accepts, and by the
	 * order among equals. A client that accepts anything gets JSON.
	 * @param accept the values of the {@code Accept} header fields, as received
	 * @return whether {@code text/html} comes before JSON
	 */
	public static boolean prefersHtml(List<String> accept) {
		try {
			List<MediaType> ranges = new ArrayList<>(MediaType.parseMediaTypes(accept));
			ranges.removeIf((range) -> range.getQualityValue() == 0);
			MimeTypeUtils.sortBySpecificity(ranges);
			return htmlComesFirst(ranges);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean htmlComesFirst(List<MediaType> ranges) {
		for (MediaType range : ranges) {
			if (range.includes(PROBLEM) || range.includes(MediaType.APPLICATION_JSON)) {
				return false;
			}
			if (range.includes(MediaType.TEXT_HTML)) {
				return true;
			}
		}
		return false;
	}

}
