package dev.mainstay.observability.slo.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of objectives.
 *
 * @since 0.1.0
 */
public enum SloMeters implements MeterDocumentation {

	/**
	 * Events that objectives are about, by what they were.
	 */
	EVENTS("slo.events", Meter.Type.COUNTER, "Events that objectives are about, by what they were") {

		@Override
		public KeyName[] getKeyNames() {
			return KeyName.merge(SloKeys.values(), ResultKeys.values());
		}

	},

	/**
	 * Share of the events that are to be good.
	 */
	OBJECTIVE("slo.objective.ratio", Meter.Type.GAUGE, "Share of the events that are to be good"),

	/**
	 * Time over which the share is taken.
	 */
	WINDOW("slo.window.seconds", Meter.Type.GAUGE, "Time over which the share is taken"),

	/**
	 * What else is known of an objective.
	 */
	INFO("slo.info", Meter.Type.GAUGE, "What else is known of an objective") {

		@Override
		public KeyName[] getKeyNames() {
			return KeyName.merge(SloKeys.values(), InfoKeys.values());
		}

	},

	/**
	 * Part of the budget that is left, as this instance has seen it since its start.
	 */
	BUDGET("mainstay.slo.budget.remaining", Meter.Type.GAUGE,
			"Part of the budget that is left, as this instance has seen it since its start"),

	/**
	 * How many times faster than allowed the budget burns, by the time that is looked
	 * back.
	 */
	BURN_RATE("mainstay.slo.burn.rate", Meter.Type.GAUGE,
			"How many times faster than allowed the budget burns in this instance, by the time that is looked back") {

		@Override
		public KeyName[] getKeyNames() {
			return KeyName.merge(SloKeys.values(), WindowKeys.values());
		}

	};

	private final String meterName;

	private final Meter.Type type;

	private final String description;

	SloMeters(String meterName, Meter.Type type, String description) {
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

	@Override
	public KeyName[] getKeyNames() {
		return SloKeys.values();
	}

	/**
	 * What the meter shows.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of every meter of objectives.
	 *
	 * @since 0.1.0
	 */
	public enum SloKeys implements KeyName {

		/**
		 * The name of the service.
		 */
		SERVICE {

			@Override
			public String asString() {
				return "service";
			}

		},

		/**
		 * The name of the objective.
		 */
		SLO {

			@Override
			public String asString() {
				return "slo";
			}

		}

	}

	/**
	 * The further tag of {@link #EVENTS}.
	 *
	 * @since 0.1.0
	 */
	public enum ResultKeys implements KeyName {

		/**
		 * What an event was: {@code good} or {@code bad}.
		 */
		RESULT;

		@Override
		public String asString() {
			return "result";
		}

	}

	/**
	 * The further tags of {@link #INFO}, empty where there is nothing to say.
	 *
	 * @since 0.1.0
	 */
	public enum InfoKeys implements KeyName {

		/**
		 * What it is about: {@code availability} or {@code latency}.
		 */
		KIND {

			@Override
			public String asString() {
				return "kind";
			}

		},

		/**
		 * Whom it concerns.
		 */
		OWNER {

			@Override
			public String asString() {
				return "owner";
			}

		},

		/**
		 * A link that tells what to do.
		 */
		RUNBOOK {

			@Override
			public String asString() {
				return "runbook";
			}

		},

		/**
		 * Which version of the service this is.
		 */
		VERSION {

			@Override
			public String asString() {
				return "version";
			}

		}

	}

	/**
	 * The further tag of {@link #BURN_RATE}.
	 *
	 * @since 0.1.0
	 */
	public enum WindowKeys implements KeyName {

		/**
		 * The time that is looked back, such as {@code 5m}.
		 */
		WINDOW;

		@Override
		public String asString() {
			return "window";
		}

	}

}
