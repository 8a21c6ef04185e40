package dev.mainstay.test;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/**
 * Assertions on a line of the log. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class LogLineAssert extends AbstractAssert<LogLineAssert, JsonNode> {

	private static final String SCHEMA_VERSION = "1";

	LogLineAssert(JsonNode line) {
		super(line, LogLineAssert.class);
	}

	/**
	 * Check that the members are there that every line has, and that it is of schema
	 * version 1.
	 * @return this
	 */
	public LogLineAssert hasCoreFields() {
		for (String field : new String[] { "@timestamp", "level", "message", "logger_name", "thread_name",
				"log.schema" }) {
			Assertions.assertThat(this.actual.path(field).isString()).as("%s in %s", field, this.actual).isTrue();
		}
		return has("log.schema", SCHEMA_VERSION);
	}

	/**
	 * Check the level.
	 * @param level such as {@code ERROR}
	 * @return this
	 */
	public LogLineAssert hasLevel(String level) {
		return has("level", level);
	}

	/**
	 * Check that the line belongs to a request.
	 * @param requestId the id that the answer carried
	 * @return this
	 */
	public LogLineAssert hasRequestId(String requestId) {
		return has("request_id", requestId);
	}

	/**
	 * Check that no secret is anywhere in the line.
	 * @param secrets texts that must not be there
	 * @return this
	 */
	public LogLineAssert doesNotLeak(String... secrets) {
		JsonObjects.doesNotContain(this.actual, secrets);
		return this;
	}

	private LogLineAssert has(String field, String value) {
		Assertions.assertThat(this.actual.path(field).asString("")).as("%s of %s", field, this.actual).isEqualTo(value);
		return this;
	}

}
