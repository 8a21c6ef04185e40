package dev.mainstay.observability.telemetry.autoconfigure;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * How to export metrics: by the properties that Spring Boot has for Micrometer's registry
 * for OTLP, to which it maps the variables of OpenTelemetry too.
 *
 * @param url the address
 * @param step how often
 * @param timeout how long an export may take
 * @param headers what is sent along, such as an authorization
 * @param compression none or gzip
 */
record MetricExportSettings(String url, Duration step, Duration timeout, Map<String, String> headers,
		String compression) {

	private static final String PREFIX = "management.otlp.metrics.export.";

	/** The settings, or {@code null} if nothing is to be exported. */
	static @Nullable MetricExportSettings of(Environment environment) {
		String url = environment.getProperty(EndpointDefault.METRICS);
		boolean all = environment.getProperty("management.defaults.metrics.export.enabled", Boolean.class, true);
		if (!StringUtils.hasText(url) || !environment.getProperty(PREFIX + "enabled", Boolean.class, all)) {
			return null;
		}
		Duration step = environment.getProperty(PREFIX + "step", Duration.class, Duration.ofMinutes(1));
		Duration timeout = environment.getProperty(PREFIX + "read-timeout", Duration.class, Duration.ofSeconds(10));
		Map<String, String> headers = Binder.get(environment)
			.bind(PREFIX + "headers", Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of);
		String compression = environment.getProperty(PREFIX + "compression-mode", "none");
		return new MetricExportSettings(url, step, timeout, headers,
				"gzip".equals(compression.toLowerCase(Locale.ROOT)) ? "gzip" : "none");
	}

	/** A little more than the exporter, which says better why it failed. */
	Duration patience() {
		return this.timeout.plus(this.timeout);
	}

	MetricExporter exporter() {
		OtlpHttpMetricExporterBuilder builder = OtlpHttpMetricExporter.builder()
			.setEndpoint(this.url)
			.setTimeout(this.timeout)
			.setCompression(this.compression);
		this.headers.forEach(builder::addHeader);
		return builder.build();
	}

}
