package dev.mainstay.test;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/**
 * Assertions on a problem. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ProblemAssert extends AbstractAssert<ProblemAssert, JsonNode> {

	ProblemAssert(JsonNode problem) {
		super(problem, ProblemAssert.class);
	}

	/**
	 * Check the machine-readable code, and that {@code type} ends in it.
	 * @param code such as {@code validation-failed}
	 * @return this
	 */
	public ProblemAssert hasCode(String code) {
		Assertions.assertThat(text("code")).as("code of %s", this.actual).isEqualTo(code);
		Assertions.assertThat(text("type")).as("type of %s", this.actual).endsWith(code);
		return this;
	}

	/**
	 * Check the status that the problem repeats in its body.
	 * @param status such as 400
	 * @return this
	 */
	public ProblemAssert hasStatus(int status) {
		Assertions.assertThat(this.actual.path("status").asInt(-1)).as("status of %s", this.actual).isEqualTo(status);
		return this;
	}

	/**
	 * Check that the problem carries an id by which its line in the log is found.
	 * @return this
	 */
	public ProblemAssert hasRequestId() {
		Assertions.assertThat(text("requestId")).as("requestId of %s", this.actual).isNotBlank();
		return this;
	}

	/**
	 * Check that an error is located at a place of the body.
	 * @param pointer a JSON Pointer fragment, such as {@code #/items/0/quantity}
	 * @return this
	 */
	public ProblemAssert hasErrorAt(String pointer) {
		Assertions
			.assertThat(this.actual.path("errors").valueStream().map((error) -> error.path("pointer").asString("")))
			.as("pointers of the errors of %s", this.actual)
			.contains(pointer);
		return this;
	}

	/**
	 * Check that nothing of what a failure must not tell is anywhere in the problem.
	 * @param secrets texts that must not be there, such as parts of an exception's
	 * message
	 * @return this
	 */
	public ProblemAssert doesNotLeak(String... secrets) {
		JsonObjects.doesNotContain(this.actual, secrets);
		return this;
	}

	private String text(String member) {
		return this.actual.path(member).asString("");
	}

}
