package dev.mainstay.benchmarks.service;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is around the service: which jars beside it, and how they are configured.
 */
enum Variant {

	/** Spring MVC on Tomcat, with lines of text. */
	BARE("bare", "[/:](?:spring-boot-starter-opentelemetry|micrometer-(?:core|jakarta9|tracing|registry)|logstash-)"
			+ "|spring-boot[a-z-]*-(?:actuator|health|micrometer|opentelemetry)|context-propagation|HdrHistogram"
			+ "|opentelemetry|prometheus|protobuf|" + Variant.MAINSTAY),

	/** What Spring Boot has for logs, traces and metrics. */
	BOOT("Spring Boot", "prometheus|logstash-logback-encoder|" + Variant.MAINSTAY,
			"logging.structured.format.console=logstash",
			"management.opentelemetry.tracing.export.otlp.endpoint=%s/v1/traces",
			"management.otlp.metrics.export.url=%s/v1/metrics"),

	/** Mainstay as it comes. */
	DEFAULTS("Mainstay", Variant.ONLY_BOOT, "mainstay.telemetry.endpoint=%s"),

	/** Mainstay, which lets Spring Boot choose the traces. */
	SAME_SHARE("Mainstay, Spring Boot's sampling", Variant.ONLY_BOOT, "mainstay.telemetry.endpoint=%s",
			"mainstay.tracing.sampling.enabled=false"),

	/** Mainstay, where it logs and sends no more than Spring Boot does. */
	SAME_WORK("the same, without access and OTLP logs", Variant.ONLY_BOOT, "mainstay.telemetry.endpoint=%s",
			"mainstay.tracing.sampling.enabled=false", "mainstay.access-log.enabled=false",
			"management.logging.export.otlp.enabled=false");

	/** The starters, as jars or as folders of this build. */
	private static final String MAINSTAY = "mainstay-spring-boot-starter|/starter-[a-z]+/target/";

	private static final String ONLY_BOOT = "spring-boot-starter-opentelemetry|micrometer-registry-otlp"
			+ "|opentelemetry-proto|protobuf";

	private final String title;

	private final Pattern leftOut;

	private final List<String> settings;

	Variant(String title, String leftOut, String... settings) {
		this.title = title;
		this.leftOut = Pattern.compile(leftOut);
		this.settings = List.of(settings);
	}

	/** The part of this module's class path that the service has. */
	String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !this.leftOut.matcher(entry.replace(File.separatorChar, '/')).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

	Stream<String> arguments(String endpoint) {
		return this.settings.stream().map((setting) -> "--" + setting.formatted(endpoint));
	}

	@Override
	public String toString() {
		return this.title;
	}

}
