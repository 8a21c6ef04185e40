package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.Map;

/**
 * What strangers look for, and methods that there are not.
 */
final class UnknownRoutes implements Probe {

	private static final List<String> PATHS = List.of("/admin.php", "/.env", "/.git/config", "/wp-login.php",
			"/no-such-route-of-the-drill", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd");

	@Override
	public String title() {
		return "unknown routes and methods";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		List<Reply> paths = PATHS.stream().map(Message::get).map(caller::send).toList();
		tallies.count(Line.UNKNOWN, paths, (reply) -> !reply.refused());
		for (String method : List.of("TRACE", "BREW")) {
			Message message = new Message(method, arguments.anyPath(), Map.of(), new byte[0]);
			tallies.count(Line.UNKNOWN, List.of(caller.send(message)), (reply) -> !reply.refused());
		}
	}

}
