package dev.mainstay.samples.badday.drill;

import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back for a request.
 *
 * @param status the status, or 0 when no answer came in time
 * @param headers the headers by their names in lower case, of each name the first
 * @param body the body, as far as it was read
 */
record Reply(int status, Map<String, String> headers, String body) {

	static final Reply NONE = new Reply(0, Map.of(), "");

	boolean arrived() {
		return this.status != 0;
	}

	boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

	boolean failed() {
		return this.status >= 400;
	}

	/**
	 * Whether the client is told that it did something wrong, or something that this
	 * server does not know.
	 */
	boolean refused() {
		return this.status >= 400 && this.status < 500 || this.status == 501 || this.status == 505;
	}

	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

	JsonNode json() {
		try {
			return JsonMapper.shared().readTree(this.body);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().missingNode();
		}
	}

	/**
	 * Whether both tell a client the same.
	 */
	boolean isLike(Reply other) {
		return this.status == other.status && this.body.equals(other.body)
				&& header("location").equals(other.header("location"));
	}

}
