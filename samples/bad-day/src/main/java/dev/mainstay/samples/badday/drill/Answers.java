package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.regex.Pattern;

import dev.mainstay.samples.badday.drill.Caller.Exchange;

/**
 * What all the answers of the drill come to.
 */
final class Answers implements Probe {

	private static final Pattern INTERNALS = Pattern.compile(
			"\\bjavax?\\.[a-z]+\\.|\\bjakarta\\.|org\\.springframework|com\\.fasterxml|tools\\.jackson|org\\.hibernate"
					+ "|jdbc:|r2dbc:|\\w+Exception\\b|\\bat [\\w.$]+\\([\\w]+\\.java");

	@Override
	public String title() {
		return "the answers are read";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		List<Exchange> all = caller.exchanges();
		List<Exchange> arrived = all.stream().filter((exchange) -> exchange.reply().arrived()).toList();
		List<Exchange> failed = arrived.stream().filter((exchange) -> exchange.reply().failed()).toList();
		tallies.count(Line.UNANSWERED, all, (exchange) -> !exchange.reply().arrived());
		tallies.count(Line.NOT_PROBLEM, failed, (exchange) -> !isProblem(exchange.reply()));
		tallies.count(Line.NO_REQUEST_ID, failed, (exchange) -> !exchange.namesItsRequest());
		tallies.count(Line.LEAKING, failed, (exchange) -> INTERNALS.matcher(exchange.reply().body()).find());
		List<Exchange> ofApi = arrived.stream().filter((exchange) -> isOfApi(exchange.reply())).toList();
		tallies.count(Line.NO_HEADERS, ofApi, (exchange) -> !hasSecurityHeaders(exchange.reply()));
	}

	private static boolean isProblem(Reply reply) {
		return reply.header("content-type").startsWith("application/problem+json")
				&& reply.json().path("status").asInt(0) == reply.status();
	}

	private static boolean isOfApi(Reply reply) {
		return reply.failed() || reply.header("content-type").contains("json");
	}

	private static boolean hasSecurityHeaders(Reply reply) {
		return reply.header("x-content-type-options").equals("nosniff")
				&& !reply.header("content-security-policy").isEmpty();
	}

}
