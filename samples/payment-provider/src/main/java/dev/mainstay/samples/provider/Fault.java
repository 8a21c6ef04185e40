package dev.mainstay.samples.provider;

import java.util.Map;

/**
 * How the provider is told to misbehave, by the query of a {@code POST /control}.
 *
 * @param errors share of the calls, in percent, that fail
 * @param status status of the calls that fail
 * @param retryAfter seconds that a failing answer asks its caller to wait, 0 to ask
 * nothing
 * @param delay milliseconds that an answer takes; the charge itself is made at once
 * @param hang whether calls never get an answer
 * @param drop whether connections are closed without an answer
 * @param times how many calls are affected before the provider is well again
 */
record Fault(int errors, int status, int retryAfter, int delay, boolean hang, boolean drop, int times) {

	static final Fault NONE = of(Map.of());

	static Fault of(Map<String, String> query) {
		return new Fault(number(query, "errors", 0), number(query, "status", 503), number(query, "retry-after", 0),
				number(query, "delay", 0), flag(query, "hang"), flag(query, "drop"),
				number(query, "times", Integer.MAX_VALUE));
	}

	private static int number(Map<String, String> query, String name, int otherwise) {
		String value = query.get(name);
		return (value != null) ? Integer.parseInt(value) : otherwise;
	}

	private static boolean flag(Map<String, String> query, String name) {
		return Boolean.parseBoolean(query.getOrDefault(name, "false"));
	}

}
