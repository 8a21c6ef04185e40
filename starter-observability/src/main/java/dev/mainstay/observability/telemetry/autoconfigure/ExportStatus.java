package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
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
		return OpenTelemetryAgent.isAttached() ? "the agent of OpenTelemetry is attached"
				: TelemetryProperties.ENDPOINT + " is not set";
	}

	private boolean isSwitchedOn() {
		return Switch.isOn(this.environment, TelemetryAutoConfiguration.ENABLED);
	}

	private String exported() {
		Map<String, String> addresses = new LinkedHashMap<>();
		addresses.put(Signal.TRACES.code(), EndpointDefault.TRACES);
		addresses.put(Signal.METRICS.code(), EndpointDefault.METRICS);
		addresses.put(Signal.LOGS.code(), EndpointDefault.LOGS);
		return addresses.entrySet()
			.stream()
			.filter((signal) -> StringUtils.hasText(this.environment.getProperty(signal.getValue())))
			.filter((signal) -> !OpenTelemetryAgent.exportsInsteadOf(signal.getValue(), this.environment))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
	}

}
