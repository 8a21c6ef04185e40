package dev.mainstay.observability.slo.generate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One test of the rules of an objective, as promtool reads it. Asks for numbers only
 * whether they are close enough: versions of Prometheus differ in whether a range has its
 * first moment.
 */
final class RuleTest {

	private static final List<Fields> ONE = List.of(Fields.of("labels", "{}").with("value", 1));

	private final Recorded recorded;

	private final String name;

	private final Traffic traffic;

	private final List<Fields> expressions = new ArrayList<>();

	private @Nullable List<Fields> alerts;

	RuleTest(Recorded recorded, String name, Traffic traffic) {
		this.recorded = recorded;
		this.name = name;
		this.traffic = traffic;
	}

	RuleTest fires(String alert, int minute) {
		return expect("count(" + alerts(alert) + ")", minute, ONE);
	}

	RuleTest isSilent(String alert, int minute) {
		return expect(alerts(alert), minute, List.of());
	}

	/** From the first minute on. */
	RuleTest neverFires(String alert, int minute) {
		return expect("count_over_time(" + alerts(alert) + "[" + minute + "m])", minute, List.of());
	}

	RuleTest holds(String series, String condition, int minute) {
		return expect("count(" + series + this.recorded.selector() + " " + condition + ")", minute, ONE);
	}

	RuleTest hasNo(String series, int minute) {
		return expect(series + this.recorded.selector(), minute, List.of());
	}

	/** With all its labels and texts. */
	RuleTest firesExactly(String alert, int minute, Fields labels, Fields annotations) {
		Fields expected = Fields.of("exp_labels", labels).with("exp_annotations", annotations);
		this.alerts = List
			.of(Fields.of("eval_time", minute + "m").with("alertname", alert).with("exp_alerts", List.of(expected)));
		return this;
	}

	Fields fields() {
		return Fields.of("name", this.recorded.objective().name() + ": " + this.name)
			.with("interval", "1m")
			.with("input_series", this.traffic.series(this.recorded))
			.with("alert_rule_test", this.alerts)
			.with("promql_expr_test", this.expressions);
	}

	private RuleTest expect(String expression, int minute, List<Fields> samples) {
		this.expressions
			.add(Fields.of("expr", expression).with("eval_time", minute + "m").with("exp_samples", samples));
		return this;
	}

	private String alerts(String alert) {
		return "ALERTS{alertname=\"" + alert + "\",alertstate=\"firing\"," + this.recorded.labels() + "}";
	}

}
