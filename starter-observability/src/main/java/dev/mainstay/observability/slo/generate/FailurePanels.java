package dev.mainstay.observability.slo.generate;

/**
 * Where the failures of a service come from, by the meters that Spring Boot has of its
 * requests. These do not know the service: it is that of the instances that count for its
 * objectives.
 */
final class FailurePanels {

	private static final String FAILED = "http_server_requests_seconds_count{outcome=\"SERVER_ERROR\"}";

	private final String counter;

	private final String info;

	FailurePanels(String service) {
		this.counter = Recorded.COUNTER + "{" + service;
		this.info = "slo_info{" + service + "}";
	}

	Panel routes() {
		return failed("Which route?", "method, uri", "{{method}} {{uri}}");
	}

	Panel exceptions() {
		return failed("Which exception?", "exception", "{{exception}}");
	}

	private Panel failed(String title, String by, String legend) {
		return new Panel("bargauge", title, "Requests of the last hour that were answered with 5xx.")
			.now("topk(7, sum by (" + by + ") (\n" + inAnHour(FAILED) + "\n) > 0)", legend)
			.nothing("None")
			.unit("none")
			.decimals(0)
			.colours(Colours.below("red"))
			.options(Charts.bars());
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
