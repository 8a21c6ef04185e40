package dev.mainstay.samples.badday;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON strictly: duplicate names and anything behind the end are errors.
 */
final class Json {

	private static final JsonMapper mapper = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/**
	 * Returns what was read, or a missing node when the text is no JSON.
	 */
	static JsonNode read(String text) {
		try {
			return mapper.readTree(text);
		}
		catch (JacksonException ex) {
			return mapper.missingNode();
		}
	}

}
