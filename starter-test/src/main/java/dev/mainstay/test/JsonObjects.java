package dev.mainstay.test;

import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.Assertions;
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

	/**
	 * All names and values in a document as what they mean, not as they are escaped.
	 */
	static List<String> texts(JsonNode node) {
		List<String> texts = new ArrayList<>();
		collect(node, texts);
		return texts;
	}

	private static void collect(JsonNode node, List<String> texts) {
		node.properties().forEach((property) -> {
			texts.add(property.getKey());
			collect(property.getValue(), texts);
		});
		if (node.isArray()) {
			node.forEach((element) -> collect(element, texts));
		}
		else if (node.isValueNode()) {
			texts.add(node.asString());
		}
	}

	static void doesNotContain(JsonNode node, String... secrets) {
		List<String> texts = texts(node);
		for (String secret : secrets) {
			Assertions.assertThat(texts)
				.as("'%s' must not be in %s", secret, node)
				.noneMatch((text) -> text.contains(secret));
		}
	}

}
