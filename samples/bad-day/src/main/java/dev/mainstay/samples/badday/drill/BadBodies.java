package dev.mainstay.samples.badday.drill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bodies that no parser takes, so that nothing can be written by them, and such that
 * nobody has room for.
 */
final class BadBodies implements Probe {

	private static final int MEGABYTES = 33;

	private static final List<String> MALFORMED = List.of("{\"", "{\"a\":1", "{\"a\":1,}", "nonsense", "[".repeat(5000),
			"{\"a\":\"\\uD8", "{\"a\":\"\u0001", "\u0000");

	@Override
	public String title() {
		return "malformed and oversized bodies";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		for (Route route : arguments.routes()) {
			if (route.takesBody()) {
				Message message = Message.of(route);
				List<Reply> replies = malformed(message).map(caller::send).toList();
				tallies.count(Line.MALFORMED, replies, (reply) -> !reply.refused());
				Reply oversized = caller.send(oversized(message));
				tallies.add(Line.OVERSIZED, (oversized.status() == 413) ? 0 : 1, 1);
			}
		}
	}

	private static Stream<Message> malformed(Message message) {
		return Stream.concat(MALFORMED.stream().map(message::body),
				Stream.of(message.body("<a>1").header("Content-Type", "application/xml"),
						message.body("a=1").header("Content-Type", "text/plain")));
	}

	/**
	 * An object that never ends: whoever reads all of it has read nothing.
	 */
	private static Message oversized(Message message) {
		byte[] body = new byte[MEGABYTES * 1024 * 1024];
		Arrays.fill(body, (byte) ' ');
		body[0] = '{';
		Message typed = message.body("{");
		return new Message(typed.method(), typed.path(), typed.headers(), body);
	}

}
