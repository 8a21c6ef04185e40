package dev.mainstay.test;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what should be a JSON object.
 */
final class JsonObjects {

	private JsonObjects() {
	}

	static JsonNode parse(String text, String expectation) {
		try {
			JsonNode node = JsonMapper.shared().readTree(text);
			if (node.isObject()) {
				return node;
			}
		}
		catch (JacksonException ignored) {
			// The message below shows the text, which says more than where parsing
			// stopped.
		}
		throw new AssertionError("Expected " + expectation + " to be a JSON object, but it was:\n" + text);
	}

}
