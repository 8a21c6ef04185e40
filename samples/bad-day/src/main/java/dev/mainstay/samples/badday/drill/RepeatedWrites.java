package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes that are sent more than once with the same {@code Idempotency-Key}. A service
 * that knows no keys carries out each of them.
 */
final class RepeatedWrites implements Probe {

	private static final int AT_ONCE = 6;

	@Override
	public String title() {
		return "writes that are sent again";
	}

	@Override
	public boolean isPossible(Arguments arguments) {
		return !arguments.writable().isEmpty();
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		for (Route route : arguments.writable()) {
			Message write = Message.of(route);
			String key = key();
			Reply first = caller.send(write.header("Idempotency-Key", key));
			if (!first.succeeded()) {
				throw new IllegalStateException("--writable: " + route.name() + " was answered by " + first.status()
						+ "; give it a body that it takes");
			}
			Reply second = caller.send(write.header("Idempotency-Key", key));
			tallies.add(Line.NOT_REPLAYED, second.isLike(first) ? 0 : 1, 1);
			sendOther(route, key, caller, tallies);
			sendAtOnce(write, caller, tallies);
		}
	}

	private static void sendOther(Route route, String key, Caller caller, Tallies tallies) {
		JsonNode body = JsonMapper.shared().readTree(route.body());
		if (body instanceof ObjectNode object) {
			Message other = Message.of(route).body(object.put("drill", 1).toString());
			tallies.count(Line.NOT_REFUSED, List.of(caller.send(other.header("Idempotency-Key", key))),
					(reply) -> reply.status() != 422);
		}
	}

	private static void sendAtOnce(Message write, Caller caller, Tallies tallies) {
		List<Reply> replies = caller.sendAtOnce(write.header("Idempotency-Key", key()), AT_ONCE);
		long results = replies.stream()
			.filter(Reply::succeeded)
			.map((reply) -> reply.body() + reply.header("location"))
			.distinct()
			.count();
		// Nothing done at all is no better than done twice.
		tallies.add(Line.RUN_AGAIN, (results == 0) ? AT_ONCE - 1 : (int) results - 1, AT_ONCE - 1);
	}

	private static String key() {
		return "\"drill-" + UUID.randomUUID() + "\"";
	}

}
