package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.telemetry.Signal;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which telemetry is sent somewhere, and why not.
 */
record ExportStatus(Environment environment) implements FeatureStatus {

	@Override
	public String feature() {
		return "export";
	}

	@Override
	public FeatureState state() {
		if (!isSwitchedOn()) {
			return FeatureState.OFF;
		}
		if (!exported().isEmpty()) {
			return FeatureState.ON;
		}
		return OpenTelemetryAgent.isAttached() ? FeatureState.BACKED_OFF : FeatureState.NOT_APPLICABLE;
	}

	@Override
	public String reason() {
		if (!isSwitchedOn()) {
			return TelemetryAutoConfiguration.ENABLED + "=false";
		}
		String exported = exported();
		if (!exported.isEmpty()) {
			return exported;
		}
		if (OpenTelemetryAgent.isAttached()) {
			return "the agent of OpenTelemetry is attached";
		}
		return isAddressed() ? "each signal is switched off" : TelemetryProperties.ENDPOINT + " is not set";
	}

	private boolean isSwitchedOn() {
		return Switch.isOn(this.environment, TelemetryAutoConfiguration.ENABLED);
	}

	private String exported() {
		return Arrays.stream(Outgoing.values())
			.filter((signal) -> signal.isSent(this.environment))
			.map((signal) -> signal.signal.code())
			.collect(Collectors.joining(", "));
	}

	private boolean isAddressed() {
		return Arrays.stream(Outgoing.values()).anyMatch((signal) -> signal.isAddressed(this.environment));
	}

	/** What may be sent, and by which properties Spring Boot decides whether it is. */
	private enum Outgoing {

		TRACES(Signal.TRACES, EndpointDefault.TRACES, "management.tracing.export.otlp.enabled",
				"management.tracing.export.enabled"),
		METRICS(Signal.METRICS, EndpointDefault.METRICS, "management.otlp.metrics.export.enabled",
				"management.defaults.metrics.export.enabled"),
		LOGS(Signal.LOGS, EndpointDefault.LOGS, "management.logging.export.otlp.enabled",
				"management.logging.export.enabled");

		private final Signal signal;

		private final String address;

		private final String enabled;

		private final String allEnabled;

		Outgoing(Signal signal, String address, String enabled, String allEnabled) {
			this.signal = signal;
			this.address = address;
			this.enabled = enabled;
			this.allEnabled = allEnabled;
		}

		boolean isAddressed(Environment environment) {
			return StringUtils.hasText(environment.getProperty(this.address));
		}

		boolean isSent(Environment environment) {
			boolean all = environment.getProperty(this.allEnabled, Boolean.class, true);
			return isAddressed(environment) && environment.getProperty(this.enabled, Boolean.class, all)
					&& !OpenTelemetryAgent.exportsInsteadOf(this.address, environment);
		}

	}

}
