package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whether metrics are kept for Prometheus, and where they are scraped.
 */
final class MetricsStatus implements FeatureStatus {

	private static final EndpointId ENDPOINT = EndpointId.of("prometheus");

	private final ObjectProvider<PrometheusMeterRegistry> registry;

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final Environment environment;

	MetricsStatus(ObjectProvider<PrometheusMeterRegistry> registry, ObjectProvider<PathMappedEndpoints> endpoints,
			Environment environment) {
		this.registry = registry;
		this.endpoints = endpoints;
		this.environment = environment;
	}

	@Override
	public String feature() {
		return "metrics";
	}

	@Override
	public FeatureState state() {
		if (!isSwitchedOn() || !isKept()) {
			return FeatureState.OFF;
		}
		PathMappedEndpoints mapped = this.endpoints.getIfAvailable();
		return (mapped == null || mapped.getPath(ENDPOINT) != null) ? FeatureState.ON : FeatureState.BACKED_OFF;
	}

	@Override
	public String reason() {
		if (!isSwitchedOn()) {
			String reason = TelemetryAutoConfiguration.ENABLED + "=false";
			return isKept() ? reason + ", but a registry for Prometheus of the application is there" : reason;
		}
		if (!isKept()) {
			return "no registry for Prometheus";
		}
		PathMappedEndpoints mapped = this.endpoints.getIfAvailable();
		String path = (mapped != null) ? mapped.getPath(ENDPOINT) : null;
		if (mapped != null && path == null) {
			return "kept, but the application does not expose the endpoint prometheus";
		}
		return (path != null) ? address(path) : "kept, without an endpoint";
	}

	private boolean isSwitchedOn() {
		return Switch.isOn(this.environment, TelemetryAutoConfiguration.ENABLED);
	}

	private boolean isKept() {
		return this.registry.stream().findAny().isPresent();
	}

	/** With what stands before the path of an endpoint. */
	private String address(String path) {
		String port = property("management.server.port");
		if (!port.isEmpty() && !port.equals(property("server.port"))) {
			return property("management.server.base-path") + path + " on management.server.port";
		}
		String servlet = StringUtils.trimTrailingCharacter(property("spring.mvc.servlet.path"), '/');
		return property("server.servlet.context-path") + property("spring.webflux.base-path") + servlet + path;
	}

	private String property(String name) {
		@Nullable String value = this.environment.getProperty(name);
		return (value != null) ? value : "";
	}

}
