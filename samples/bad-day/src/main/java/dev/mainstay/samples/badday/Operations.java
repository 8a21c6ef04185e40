package dev.mainstay.samples.badday;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A failing export, and an operator who looks at what is going on.
 */
final class Operations implements Scene {

	private static final Pattern REQUESTS = Pattern
		.compile("(?m)^http_server_requests_seconds_count\\{(.*)} ([0-9.E+]+)");

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
		Answer scrape = day.client().send(Call.get("/actuator/prometheus"));
		double counted = REQUESTS.matcher(scrape.succeeded() ? scrape.body() : "")
			.results()
			.filter((series) -> !series.group(1).contains("/actuator/"))
			.mapToDouble((series) -> Double.parseDouble(series.group(2)))
			.sum();
		day.score().put(Row.SCRAPED, Count.of(Math.round(counted), sent));
		Answer forged = day.client().send(Call.get("/actuator/prometheus").header("X-Forwarded-For", "127.0.0.1"));
		day.score().put(Row.FORGED_SCRAPE, Count.of(forged.status()));
	}

}
