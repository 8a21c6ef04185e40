package dev.mainstay.resilience.http;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Content types of answers that are to be seen piece by piece, and perhaps never end.
 *
 * @since 0.1.0
 */
public final class StreamingTypes {

	private static final String[] PREFIXES = { "text/event-stream", "application/x-ndjson", "application/jsonl",
			"application/stream+", "application/grpc", "multipart/x-mixed-replace" };

	private StreamingTypes() {
	}

	/**
	 * Whether a content type announces a stream.
	 * @param contentType the content type of an answer, {@code null} if not known
	 * @return whether it does
	 */
	public static boolean include(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		String type = contentType.toLowerCase(Locale.ROOT);
		for (String prefix : PREFIXES) {
			if (type.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
