package dev.mainstay.observability.slo.alert;

import java.time.Instant;

import dev.mainstay.observability.slo.burn.Alert;
import dev.mainstay.observability.slo.burn.AlertListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs one event when an alert starts, at level WARN, and one when it has ended, at level
 * INFO. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AlertLog implements AlertListener {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.slo";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private final AlertText text;

	/**
	 * Create the log.
	 * @param service the name of the service
	 */
	public AlertLog(String service) {
		this.text = new AlertText(service);
	}

	@Override
	public void started(Alert alert) {
		log(logger.atWarn(), alert, "started", this.text.started(alert));
	}

	@Override
	public void ended(Alert alert, Instant at) {
		log(logger.atInfo(), alert, "ended", this.text.ended(alert));
	}

	private static void log(LoggingEventBuilder event, Alert alert, String state, String message) {
		event.addKeyValue("slo.name", alert.objective().name())
			.addKeyValue("slo.alert.severity", alert.pair().severity())
			.addKeyValue("slo.alert.state", state)
			.addKeyValue("slo.alert.since", alert.since().toString())
			.addKeyValue("slo.burn_rate", alert.burnRate())
			.log(message);
	}

}
