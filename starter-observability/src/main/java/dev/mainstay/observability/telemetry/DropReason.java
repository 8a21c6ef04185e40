package dev.mainstay.observability.telemetry;

/**
 * Why telemetry was not delivered.
 *
 * @since 0.1.0
 */
public enum DropReason {

	/**
	 * More was waiting to be sent than there is room for.
	 */
	QUEUE_FULL("queue-full"),

	/**
	 * It was sent, and refused or not confirmed in time.
	 */
	EXPORT_FAILED("export-failed");

	private final String code;

	DropReason(String code) {
		this.code = code;
	}

	/**
	 * The name of the reason in the tag of a meter.
	 * @return the name
	 */
	public String code() {
		return this.code;
	}

}
