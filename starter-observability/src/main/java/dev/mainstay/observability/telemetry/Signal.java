package dev.mainstay.observability.telemetry;

/**
 * A kind of telemetry.
 *
 * @since 0.1.0
 */
public enum Signal {

	/**
	 * Traces, counted in spans.
	 */
	TRACES("traces", "spans"),

	/**
	 * Metrics, counted in data points.
	 */
	METRICS("metrics", "data points"),

	/**
	 * Logs, counted in log records.
	 */
	LOGS("logs", "log records");

	private final String code;

	private final String items;

	Signal(String code, String items) {
		this.code = code;
		this.items = items;
	}

	/**
	 * The name of the signal in the tag of a meter.
	 * @return the name
	 */
	public String code() {
		return this.code;
	}

	String items() {
		return this.items;
	}

}
