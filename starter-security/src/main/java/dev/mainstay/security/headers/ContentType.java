package dev.mainstay.security.headers;

import java.util.Locale;
import java.util.Set;

import dev.mainstay.core.request.ResponseHead;

/**
 * The media type of an answer, without parameters.
 *
 * @param essence the type in lower case, empty if the answer has none
 */
record ContentType(String essence) {

	private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

	/** What only programs ask for: a browser can at most save it. */
	private static final Set<String> DATA = Set.of("application/json", "text/event-stream", "application/x-ndjson",
			"application/ndjson", "application/json-seq", "application/problem+xml", "application/cbor",
			"application/x-protobuf", "application/protobuf", "application/vnd.google.protobuf", "application/msgpack",
			"application/x-msgpack", "application/vnd.msgpack", "application/x-jackson-smile", "application/grpc");

	private static final Set<String> DATA_SUFFIXES = Set.of("+json", "+json-seq", "+cbor", "+cbor-seq", "+protobuf");

	/** What servers write into the body of an error. */
	private static final Set<String> ERROR_TEXTS = Set.of("text/plain", "application/xml", "text/xml");

	/** What comes out where nobody has said what the answer is. */
	private static final Set<String> ACCIDENTAL = Set.of("", "text/plain", "application/octet-stream");

	static ContentType of(ResponseHead head) {
		String value = head.header("Content-Type");
		if (value == null) {
			return new ContentType("");
		}
		int end = value.indexOf(';');
		return new ContentType(((end < 0) ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT));
	}

	boolean isMissing() {
		return this.essence.isEmpty();
	}

	boolean isPage() {
		return PAGES.contains(this.essence);
	}

	boolean isData() {
		int suffix = this.essence.lastIndexOf('+');
		return DATA.contains(this.essence) || (suffix >= 0 && DATA_SUFFIXES.contains(this.essence.substring(suffix)));
	}

	boolean isErrorText() {
		return ERROR_TEXTS.contains(this.essence);
	}

	boolean isAccidental() {
		return ACCIDENTAL.contains(this.essence);
	}

}
