package dev.mainstay.samples.badday;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A failing export, and an operator who looks at what is going on.
 */
final class Operations implements Scene {

	private static final Pattern REQUESTS = Pattern
		.compile("(?m)^http_server_requests_seconds_count\\{(.*)} ([0-9.E+]+)");

	private static final Call SCRAPE = Call.get("/actuator/prometheus");

	/** What a proxy adds, or somebody who wants to be taken for the machine itself. */
	private static final Map<String, String> FORGERIES = Map.of("X-Forwarded-For", "127.0.0.1", "Forwarded",
			"for=127.0.0.1", "X-Real-IP", "127.0.0.1");

	@Override
	public String title() {
		return "an exception carries a password, an operator scrapes and searches";
	}

	@Override
	public void play(Day day) {
		List<String> failed = List.of(failedExport(day), failedExport(day));
		scrape(day);
		LogAudit log = new LogAudit(day.service().settledLines());
		day.score().put(Row.ERRORS_FOUND, log.oneErrorEach(failed));
	}

	private String failedExport(Day day) {
		return day.client().send(Call.post("/ledger/exports", "")).call().id();
	}

	private void scrape(Day day) {
		long sent = day.client().answers().size();
		Answer scrape = day.client().send(SCRAPE);
		// The server counts a request when its answer is on its way already.
		for (int i = 0; i < 20 && scrape.succeeded() && requests(scrape) < sent; i++) {
			Pause.millis(200);
			scrape = day.client().send(SCRAPE);
		}
		day.score().put(Row.SCRAPED, Count.of(requests(scrape), sent));
		day.score().put(Row.SCRAPES_ANSWERED, rightly(day, scrape));
	}

	private static long requests(Answer scrape) {
		double sum = REQUESTS.matcher(scrape.succeeded() ? scrape.body() : "")
			.results()
			.filter((series) -> !series.group(1).contains("/actuator/"))
			.mapToDouble((series) -> Double.parseDouble(series.group(2)))
			.sum();
		return Math.round(sum);
	}

	private static Count rightly(Day day, Answer own) {
		long refused = FORGERIES.entrySet()
			.stream()
			.map((forgery) -> day.client().send(SCRAPE.header(forgery.getKey(), forgery.getValue())))
			.filter((answer) -> answer.status() == 401)
			.count();
		return Count.of(refused + ((own.status() == 200) ? 1 : 0), FORGERIES.size() + 1);
	}

}
