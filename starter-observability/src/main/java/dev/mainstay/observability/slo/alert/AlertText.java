package dev.mainstay.observability.slo.alert;

import java.util.Locale;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.burn.Alert;
import dev.mainstay.observability.slo.burn.WindowText;

/**
 * An alert in words.
 *
 * @param service the name of the service
 */
record AlertText(String service) {

	String started(Alert alert) {
		return head(alert, "started")
				+ String.format(Locale.ROOT,
						": the budget burns %.1f times faster than it may over %s, more than %s times",
						alert.burnRate(), WindowText.of(alert.pair().longWindow()), number(alert.pair().factor()))
				+ tail(alert.objective());
	}

	String ended(Alert alert) {
		return head(alert, "ended") + tail(alert.objective());
	}

	private String head(Alert alert, String what) {
		return "SLO " + alert.pair().severity() + " " + what + ", service " + this.service + ", objective "
				+ alert.objective().name();
	}

	private static String tail(Objective objective) {
		return ((objective.owner() != null) ? ", owner " + objective.owner() : "")
				+ ((objective.runbook() != null) ? ", runbook " + objective.runbook() : "");
	}

	private static String number(double factor) {
		return (factor == Math.rint(factor)) ? Long.toString((long) factor) : Double.toString(factor);
	}

}
