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

	LogLineAssert(JsonNode line) {
		super(line, LogLineAssert.class);
	}

	/**
	 * Check that the members are there that every line has.
	 * @return this
	 */
	public LogLineAssert hasCoreFields() {
		for (String field : new String[] { "@timestamp", "level", "message", "logger_name", "thread_name" }) {
			Assertions.assertThat(this.actual.path(field).isString()).as("%s in %s", field, this.actual).isTrue();
		}
		return this;
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
		Assertions.assertThat(this.actual.toString()).doesNotContain(secrets);
		return this;
	}

	private LogLineAssert has(String field, String value) {
		Assertions.assertThat(this.actual.path(field).asString("")).as("%s of %s", field, this.actual).isEqualTo(value);
		return this;
	}

}
