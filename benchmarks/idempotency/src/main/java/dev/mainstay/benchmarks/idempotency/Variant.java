package dev.mainstay.benchmarks.idempotency;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.mainstay.benchmarks.service.Service;

/**
 * What handles the keys: which jars beside the service, and how they are configured.
 */
enum Variant {

	/** Nothing: every request runs. */
	BARE("bare", Variant.OURS + "|" + Variant.OTHER),

	/** The starter with keys switched off: what else it does. */
	OFF("Mainstay without keys", Variant.OTHER, "mainstay.idempotency.enabled=false"),

	/** Keys in the memory of the process, with room for all of a run. */
	MEMORY("Mainstay, memory", Variant.OTHER, "mainstay.idempotency.store=memory",
			"mainstay.idempotency.max-entries=10000000", "mainstay.idempotency.max-store-size=8GB"),

	/** Keys in PostgreSQL. */
	POSTGRES("Mainstay, PostgreSQL", Variant.OTHER, "mainstay.idempotency.store=jdbc"),

	/**
	 * The record in the business transaction. Measured as soon as there is such a mode.
	 */
	JOINED("Mainstay, PostgreSQL, joined", Variant.OTHER, "mainstay.idempotency.store=jdbc",
			"mainstay.idempotency.mode=joined"),

	/** Keys in Redis. */
	REDIS("Mainstay, Redis", Variant.OTHER, "mainstay.idempotency.store=redis"),

	/** The other library, in memory. */
	OTHER_MEMORY("arun0009, memory", Variant.OURS + "|idempotent-rds", "idempotent.key.header=Idempotency-Key"),

	/** The other library, in PostgreSQL. */
	OTHER_POSTGRES("arun0009, PostgreSQL", Variant.OURS, "idempotent.key.header=Idempotency-Key");

	/** The starters, as jars or as folders of this build. */
	private static final String OURS = "mainstay-spring-boot-starter|/starter-[a-z]+/target/";

	private static final String OTHER = "arun0009|/idempotent-(?:core|rds)|spring-boot[a-z-]*-aspectj|aspectjweaver";

	private final String title;

	private final Pattern leftOut;

	private final List<String> settings;

	Variant(String title, String leftOut, String... settings) {
		this.title = title;
		this.leftOut = Pattern.compile(leftOut);
		this.settings = List.of(settings);
	}

	/** All that can be measured. */
	static List<Variant> built() {
		return Arrays.stream(values()).filter((variant) -> variant != JOINED || hasModes()).toList();
	}

	private static boolean hasModes() {
		try {
			for (URL metadata : Collections
				.list(Variant.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream in = metadata.openStream()) {
					if (new String(in.readAllBytes(), StandardCharsets.UTF_8)
						.contains("\"mainstay.idempotency.mode\"")) {
						return true;
					}
				}
			}
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether a repetition runs once more. */
	boolean repeats() {
		return this == BARE || this == OFF;
	}

	Service start(Servers servers, String more) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(servers.arguments());
		this.settings.forEach((setting) -> arguments.add("--" + setting));
		arguments.add(more);
		return Service.start(List.of("-Xms512m", "-Xmx3g", "-cp", classPath()),
				name().startsWith("OTHER") ? AnnotatedApplication.class : PlainApplication.class, arguments);
	}

	/** The part of this module's class path that the service has. */
	private String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !this.leftOut.matcher(entry.replace(File.separatorChar, '/')).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

	@Override
	public String toString() {
		return this.title;
	}

}
