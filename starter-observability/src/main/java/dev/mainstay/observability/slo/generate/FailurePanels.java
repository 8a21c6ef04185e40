package dev.mainstay.observability.slo.generate;

/**
 * Where the failures of a service come from, by the meters that Spring Boot has of its
 * requests and by those of error groups. These do not know the service: it is that of the
 * instances that count for its objectives.
 */
final class FailurePanels {

	private static final String ANSWERED = "http_server_requests_seconds_count{outcome=\"SERVER_ERROR\"}";

	private static final String GROUPED = "mainstay_errorgroups_failures_total";

	private final String counter;

	private final String info;

	FailurePanels(String service) {
		this.counter = Recorded.COUNTER + "{" + service;
		this.info = "slo_info{" + service + "}";
	}

	Panel routes() {
		return failed("Which route?", "Requests of the last hour that were answered with 5xx.")
			.now(most("method, uri", ANSWERED), "{{method}} {{uri}}");
	}

	Panel groups() {
		return failed("Which error group?",
				"Failures of the last hour. /actuator/errorgroups/{group} has the cause and the last log events.")
			.now(most("type, group", GROUPED), "{{type}} {{group}}");
	}

	private static Panel failed(String title, String description) {
		return new Panel("bargauge", title, description).nothing("None")
			.unit("none")
			.decimals(0)
			.colours(Colours.below("red"))
			.options(Charts.bars());
	}

	private String most(String by, String series) {
		return "topk(7, sum by (" + by + ") (\n" + inAnHour(series) + "\n) > 0)";
	}

	/**
	 * A series that did not exist an hour ago has begun with its first failure, which
	 * {@code increase} does not see.
	 */
	private String inAnHour(String series) {
		return "  ((" + series + " unless " + series + " offset 1h) or increase(" + series + "[1h]))\n"
				+ "  and on (job, instance) " + this.counter + "}";
	}

	Panel versions() {
		return new Panel("timeseries", "Which version? Share of bad events",
				"Of all objectives together. A release shows as another colour.")
			.overTime(byVersion(",result=\"bad\"}") + "\n/ (" + byVersion("}") + " > 0)", "{{version}}")
			.unit("percentunit")
			.lines(10)
			.options(Charts.lines());
	}

	private String byVersion(String selectorEnd) {
		return "sum by (version) (rate(" + this.counter + selectorEnd
				+ "[5m]) * on (job, instance) group_left (version) max by (job, instance, version) (" + this.info
				+ "))";
	}

	Panel slowRoutes() {
		String mean = "sum by (method, uri) (rate(http_server_requests_seconds_sum[5m]) and on (job, instance) "
				+ this.counter + "})\n/ (sum by (method, uri) (rate(http_server_requests_seconds_count[5m])"
				+ " and on (job, instance) " + this.counter + "}) > 0)";
		return new Panel("timeseries", "Which route is slow?", "The mean time of a request, over five minutes.")
			.overTime("topk(7, " + mean + ")", "{{method}} {{uri}}")
			.unit("s")
			.lines(0)
			.options(Charts.lines());
	}

}
