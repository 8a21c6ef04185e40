package dev.mainstay.observability.tracing.sampling;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of sampling.
 *
 * @since 0.1.0
 */
public enum SamplingMeters implements MeterDocumentation {

	/**
	 * Traces that the sampler has not chosen, by what became of them.
	 */
	TRACES("mainstay.tracing.sampling.traces", Meter.Type.COUNTER,
			"Traces that the sampler has not chosen, by what became of them") {

		@Override
		public KeyName[] getKeyNames() {
			return TraceKeys.values();
		}

	},

	/**
	 * Bytes of the spans that wait for a decision.
	 */
	BUFFERED("mainstay.tracing.sampling.buffered", Meter.Type.GAUGE, "Bytes of the spans that wait for a decision") {

		@Override
		public String getBaseUnit() {
			return "bytes";
		}

	};

	private final String meterName;

	private final Meter.Type type;

	private final String description;

	SamplingMeters(String meterName, Meter.Type type, String description) {
		this.meterName = meterName;
		this.type = type;
		this.description = description;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	/**
	 * What the meter shows.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of {@link #TRACES}.
	 *
	 * @since 0.1.0
	 */
	public enum TraceKeys implements KeyName {

		/**
		 * What became of the trace: the code of a {@code TraceDecision}.
		 */
		DECISION;

		@Override
		public String asString() {
			return "decision";
		}

	}

}
