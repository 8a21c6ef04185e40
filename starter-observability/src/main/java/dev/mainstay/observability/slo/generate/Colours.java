package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours of values: each from its value on, the first from below.
 */
final class Colours {

	private final List<Fields> steps = new ArrayList<>();

	private Colours() {
	}

	static Colours below(String colour) {
		Colours colours = new Colours();
		colours.steps.add(Fields.of("color", colour).with("value", JsonText.NULL));
		return colours;
	}

	Colours from(String value, String colour) {
		this.steps.add(Fields.of("color", colour).with("value", new BigDecimal(value)));
		return this;
	}

	Fields fields() {
		return Fields.of("mode", "absolute").with("steps", this.steps);
	}

	/** Of an error budget that is left. */
	static Colours ofBudget() {
		return below("red").from("0.1", "orange").from("0.25", "green");
	}

}
