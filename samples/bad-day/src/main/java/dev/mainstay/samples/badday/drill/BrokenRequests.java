package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests that break the rules of HTTP where it says that a server must refuse them.
 * None has a body that two readers would end at different places: what one of them left
 * over would become the request of somebody else behind the same proxy.
 */
final class BrokenRequests implements Probe {

	private static final String LARGE = "x".repeat(100_000);

	/**
	 * What to send by what is wrong with it, with the path in place of {@code {path}}.
	 */
	private static final Map<String, String> HEADS = Map.of("two Hosts",
			"GET {path} HTTP/1.1\nHost: {host}\nHost: other.example\n", "no Host", "GET {path} HTTP/1.1\nX-Drill: 1\n",
			"a space before the colon", "GET {path} HTTP/1.1\nHost: {host}\nX-Drill : 1\n", "no colon",
			"GET {path} HTTP/1.1\nHost: {host}\nX-Drill\n", "a length that is none",
			"GET {path} HTTP/1.1\nHost: {host}\nContent-Length: five\n", "a protocol that is none",
			"GET {path} HTTP/one\nHost: {host}\n", "a space in the path", "GET /a b HTTP/1.1\nHost: {host}\n",
			"an escape that is none", "GET {base}/%zz HTTP/1.1\nHost: {host}\n", "a header of 100 KB",
			"GET {path} HTTP/1.1\nHost: {host}\nX-Drill: " + LARGE + "\n", "a path of 100 KB",
			"GET /" + LARGE + " HTTP/1.1\nHost: {host}\n");

	@Override
	public String title() {
		return "requests that break the rules of HTTP";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		List<Reply> replies = new TreeMap<>(HEADS).entrySet()
			.stream()
			.map((head) -> caller.sendBroken(head.getKey(),
					head.getValue().replace("{path}", "{base}" + arguments.anyPath()).replace("\n", "\r\n")
							+ "Connection: close\r\n\r\n"))
			.toList();
		tallies.count(Line.BROKEN, replies, (reply) -> !reply.refused());
	}

}
