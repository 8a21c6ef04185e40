package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.Map;

/**
 * Headers that want to get into a log, or to be taken for somebody else.
 */
final class HostileHeaders implements Probe {

	private static final List<String> IDS = List.of("${jndi:ldap://127.0.0.1:1/a}", "x".repeat(300),
			"\"},{\"level\":\"ERROR", "<script>alert(1)</script>");

	private static final List<String> ENDPOINTS = List.of("env", "beans", "configprops", "prometheus", "mainstay",
			"loggers");

	/** What a proxy adds, or somebody who wants to be taken for the machine itself. */
	private static final Map<String, String> FORGERIES = Map.of("X-Forwarded-For", "127.0.0.1", "Forwarded",
			"for=127.0.0.1", "X-Real-IP", "127.0.0.1");

	@Override
	public String title() {
		return "hostile headers";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		List<Reply> replies = IDS.stream()
			.map((id) -> caller.send(Message.get(arguments.anyPath()).header("X-Request-Id", id)))
			.toList();
		tallies.count(Line.HOSTILE_IDS, replies,
				(reply) -> !reply.header("x-request-id").matches("[A-Za-z0-9._-]{1,64}"));
		for (Map.Entry<String, String> forgery : FORGERIES.entrySet()) {
			List<Reply> answers = ENDPOINTS.stream()
				.map((id) -> Message.get("/actuator/" + id).header(forgery.getKey(), forgery.getValue()))
				.map(caller::sendAsStranger)
				.toList();
			tallies.count(Line.MANAGEMENT, answers, Reply::succeeded);
		}
	}

}
