package dev.mainstay.security.headers;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.request.ResponseHead;

/**
 * The media type of an answer, without parameters.
 *
 * @param essence the type in lower case, empty if the answer has none
 */
record ContentType(String essence) {

	private static final ContentType NONE = new ContentType("");

	private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

	/** What only programs ask for: a browser can at most save it. */
	private static final Set<String> DATA = Set.of("application/json", "text/event-stream", "application/x-ndjson",
			"application/ndjson", "application/json-seq", "application/cbor", "application/x-protobuf",
			"application/protobuf", "application/vnd.google.protobuf", "application/msgpack", "application/x-msgpack",
			"application/vnd.msgpack", "application/x-jackson-smile", "application/grpc");

	private static final Set<String> DATA_SUFFIXES = Set.of("+json", "+json-seq", "+cbor", "+cbor-seq", "+protobuf");

	private static final Set<String> NO_DATA = Set.of("image/svg+xml", "application/xhtml+xml", "application/xslt+xml",
			"application/mathml+xml");

	/** The JavaScript MIME types of the MIME Sniffing standard. */
	private static final Set<String> SCRIPTS = Set.of("text/javascript", "application/javascript",
			"application/x-javascript", "text/x-javascript", "application/ecmascript", "application/x-ecmascript",
			"text/ecmascript", "text/x-ecmascript", "text/jscript", "text/livescript", "text/javascript1.0",
			"text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4",
			"text/javascript1.5");

	/** An application has few, and may put anything into their parameters. */
	private static final int MOST_KNOWN = 50;

	private static final Map<String, ContentType> KNOWN = new ConcurrentHashMap<>();

	static ContentType of(ResponseHead head) {
		String value = head.header("Content-Type");
		if (value == null) {
			return NONE;
		}
		ContentType known = KNOWN.get(value);
		if (known == null) {
			known = parse(value);
			if (KNOWN.size() < MOST_KNOWN) {
				KNOWN.put(value, known);
			}
		}
		return known;
	}

	private static ContentType parse(String value) {
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
		return isXml() || DATA.contains(this.essence)
				|| (suffix >= 0 && DATA_SUFFIXES.contains(this.essence.substring(suffix)));
	}

	/** What servers write into the body of an error that is not data. */
	boolean isText() {
		return this.essence.equals("text/plain");
	}

	/** Without what is a picture or a program by itself. */
	boolean isXml() {
		return this.essence.equals("application/xml") || this.essence.equals("text/xml")
				|| (this.essence.endsWith("+xml") && !NO_DATA.contains(this.essence));
	}

	boolean isScript() {
		return SCRIPTS.contains(this.essence);
	}

	boolean isStyle() {
		return this.essence.equals("text/css");
	}

}
