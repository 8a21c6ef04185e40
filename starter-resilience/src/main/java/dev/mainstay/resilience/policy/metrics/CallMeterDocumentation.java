package dev.mainstay.resilience.policy.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of outgoing calls, by the name of the client, never by the authority.
 *
 * @since 0.1.0
 */
public enum CallMeterDocumentation implements MeterDocumentation {

	/**
	 * Calls that the application made, those that were rejected included.
	 */
	CALLS("mainstay.http.client.calls", Meter.Type.COUNTER, "Calls that the application made"),

	/**
	 * Attempts that the calls took.
	 */
	ATTEMPTS("mainstay.http.client.attempts", Meter.Type.COUNTER, "Attempts that the calls took"),

	/**
	 * Calls, or further attempts, that were not made, by the reason in lower case.
	 */
	REJECTIONS("mainstay.http.client.rejections", Meter.Type.COUNTER, "Calls or further attempts that were not made",
			Key.REASON),

	/**
	 * Attempts for each first attempt in the last ten seconds, or in the window of the
	 * retry budget if it is shorter, 1 where nothing was made once more.
	 */
	AMPLIFICATION("mainstay.http.client.amplification", Meter.Type.GAUGE,
			"Attempts for each first attempt in the last ten seconds"),

	/**
	 * Authorities whose circuit breaker is in a state.
	 */
	BREAKERS("mainstay.http.client.breakers", Meter.Type.GAUGE, "Authorities whose circuit breaker is in a state",
			Key.STATE);

	private final String meterName;

	private final Meter.Type type;

	private final String description;

	private final KeyName[] keys;

	CallMeterDocumentation(String meterName, Meter.Type type, String description, Key... further) {
		this.meterName = meterName;
		this.type = type;
		this.description = description;
		this.keys = KeyName.merge(new KeyName[] { Key.CLIENT }, further);
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	String description() {
		return this.description;
	}

	/**
	 * The tags of the meters.
	 *
	 * @since 0.1.0
	 */
	public enum Key implements KeyName {

		/**
		 * The name of the client.
		 */
		CLIENT("client"),

		/**
		 * Why a call was not made.
		 */
		REASON("reason"),

		/**
		 * The state of a circuit breaker: {@code closed}, {@code open} or
		 * {@code half-open}.
		 */
		STATE("state");

		private final String key;

		Key(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
