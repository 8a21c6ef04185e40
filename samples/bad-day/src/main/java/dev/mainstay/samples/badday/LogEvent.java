package dev.mainstay.samples.badday;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * One event of a log, whether in JSON or in Spring Boot's text format.
 *
 * @param text all lines of the event
 * @param level the level
 * @param thread the name of the thread, which the text format cuts short
 * @param logger the name of the logger, which the text format cuts short
 * @param id the request id in a field of its own, or empty
 */
record LogEvent(String text, String level, String thread, String logger, String id) {

	private static final Pattern TEXT = Pattern
		.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+\\s+([A-Z]+) .*? --- \\[[^]]*] \\[\\s*(\\S+)] (?:\\[[^]]*] )?(\\S+)\\s+: ");

	/**
	 * Those of Tomcat, Netty, Reactor and {@code @Async}; a text line has only the end of
	 * a name.
	 */
	private static final Pattern REQUEST_THREAD = Pattern
		.compile("(^|-)(exec|task|http-(nio|epoll|kqueue)|parallel)-\\d+$|Elastic-\\d+$");

	static LogEvent of(JsonNode json, String line) {
		return new LogEvent(line, json.path("level").asString(""), json.path("thread_name").asString(""),
				json.path("logger_name").asString(""), json.path("request_id").asString(""));
	}

	/**
	 * Reads an event in text.
	 * @return the event, or {@code null} when the line does not begin one
	 */
	static LogEvent ofText(String line) {
		Matcher matcher = TEXT.matcher(line);
		return matcher.find() ? new LogEvent(line, matcher.group(1), matcher.group(2), matcher.group(3), "") : null;
	}

	LogEvent with(String furtherLine) {
		return new LogEvent(this.text + "\n" + furtherLine, this.level, this.thread, this.logger, this.id);
	}

	/**
	 * Whether the event was logged on a thread that was busy with a request or with what
	 * a request started.
	 */
	boolean isOfRequest() {
		return REQUEST_THREAD.matcher(this.thread).find();
	}

	/**
	 * Whether a search for the id finds the event: in a field, or at least in the text.
	 */
	boolean hasId(String id) {
		return this.id.equals(id) || this.text.contains(id);
	}

}
