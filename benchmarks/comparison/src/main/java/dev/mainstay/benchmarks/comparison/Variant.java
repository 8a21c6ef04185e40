package dev.mainstay.benchmarks.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * The builds of the service that are compared, the last of which is one jar with another
 * property.
 */
enum Variant {

	/** Spring Boot with its actuator. */
	BARE("bare", "bare", "bare.BareApplication"),
	/** What a team would take today. */
	ASSEMBLED("assembled by hand", "assembled", "assembled.AssembledApplication",
			"management.opentelemetry.tracing.export.otlp.endpoint=%s/v1/traces",
			"management.otlp.metrics.export.url=%s/v1/metrics"),
	/** Mainstay as it comes. */
	REPORT("Mainstay, report", "mainstay", "bare.BareApplication", Variant.MAINSTAY, Variant.STORE, Variant.JOINED,
			"mainstay.mode=report"),
	/** Mainstay with all that it can. */
	ENFORCE("Mainstay, enforce", "mainstay", "bare.BareApplication", Variant.MAINSTAY, Variant.STORE, Variant.JOINED,
			"mainstay.mode=enforce");

	private static final String MAINSTAY = "mainstay.telemetry.endpoint=%s";

	private static final String STORE = "mainstay.idempotency.store=jdbc";

	/**
	 * What its page advises where an operation writes to the database of the keys only.
	 */
	private static final String JOINED = "mainstay.idempotency.mode=joined";

	private final String title;

	private final Build build;

	private final List<String> settings;

	Variant(String title, String module, String application, String... settings) {
		this.title = title;
		this.build = new Build(module, getClass().getPackageName() + "." + application);
		this.settings = List.of(settings);
	}

	Build build() {
		return this.build;
	}

	/** What it is told, beside what all are told. */
	Stream<String> arguments(String collector) {
		return this.settings.stream().map((setting) -> "--" + setting.formatted(collector));
	}

	@Override
	public String toString() {
		return this.title;
	}

}
