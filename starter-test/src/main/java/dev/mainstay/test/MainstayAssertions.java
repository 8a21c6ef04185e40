package dev.mainstay.test;

/**
 * Entry point to the assertions for the tests of a hardened service.
 *
 * @since 0.1.0
 */
public final class MainstayAssertions {

	private MainstayAssertions() {
	}

	/**
	 * Assert on the body of an answer that should be a problem as of RFC 9457 with the
	 * members that Mainstay gives it.
	 * @param body the body as received
	 * @return assertions on the problem
	 * @throws AssertionError if the body is not a JSON object
	 */
	public static ProblemAssert assertThatProblem(String body) {
		return new ProblemAssert(JsonObjects.parse(body, "a problem"));
	}

	/**
	 * Assert on a line of the log that should be an event in JSON, schema version 1.
	 * @param line the line as written
	 * @return assertions on the line
	 * @throws AssertionError if the line is not a JSON object
	 */
	public static LogLineAssert assertThatLogLine(String line) {
		return new LogLineAssert(JsonObjects.parse(line, "a line of the log"));
	}

}
