package dev.mainstay.benchmarks.idempotency;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.mainstay.benchmarks.service.Service;

/**
 * What handles the keys: which jars beside the service, and how they are configured.
 */
enum Variant {

	/** Nothing: every request runs. */
	BARE("bare", Database.POSTGRES, Variant.OURS + "|" + Variant.OTHER),

	/** The starter with keys switched off: what else it does. */
	OFF("Mainstay without keys", Database.POSTGRES, Variant.OTHER, "mainstay.idempotency.enabled=false"),

	/** Keys in the memory of the process, with room for all of a run. */
	MEMORY("Mainstay, memory", Database.POSTGRES, Variant.OTHER, "mainstay.idempotency.store=memory",
			"mainstay.idempotency.max-entries=10000000", "mainstay.idempotency.max-store-size=8GB"),

	/** Keys in PostgreSQL. */
	POSTGRES("Mainstay, PostgreSQL", Database.POSTGRES, Variant.OTHER, Variant.JDBC),

	/** The record in the business transaction. */
	JOINED("Mainstay, PostgreSQL, joined", Database.POSTGRES, Variant.OTHER, Variant.JDBC, Variant.IN_TRANSACTION),

	/** Keys in Redis. */
	REDIS("Mainstay, Redis", Database.POSTGRES, Variant.OTHER, "mainstay.idempotency.store=redis"),

	/** The other library, in memory. */
	OTHER_MEMORY("arun0009, memory", Database.POSTGRES, Variant.OURS + "|idempotent-rds",
			"idempotent.key.header=Idempotency-Key"),

	/** The other library, in PostgreSQL. */
	OTHER_POSTGRES("arun0009, PostgreSQL", Database.POSTGRES, Variant.OURS, "idempotent.key.header=Idempotency-Key"),

	/** Nothing, with rows in MariaDB. */
	BARE_MARIADB("bare, MariaDB", Database.MARIADB, Variant.OURS + "|" + Variant.OTHER),

	/** Keys in MariaDB. */
	MARIADB("Mainstay, MariaDB", Database.MARIADB, Variant.OTHER, Variant.JDBC),

	/** The record in the business transaction of MariaDB. */
	MARIADB_JOINED("Mainstay, MariaDB, joined", Database.MARIADB, Variant.OTHER, Variant.JDBC, Variant.IN_TRANSACTION),

	/** Nothing, with rows in H2. */
	BARE_H2("bare, H2", Database.H2, Variant.OURS + "|" + Variant.OTHER),

	/** Keys in H2. */
	H2("Mainstay, H2", Database.H2, Variant.OTHER, Variant.JDBC),

	/** The record in the business transaction of H2. */
	H2_JOINED("Mainstay, H2, joined", Database.H2, Variant.OTHER, Variant.JDBC, Variant.IN_TRANSACTION);

	/** The starters, as jars or as folders of this build. */
	private static final String OURS = "mainstay-spring-boot-starter|/starter-[a-z]+/target/";

	private static final String OTHER = "arun0009|/idempotent-(?:core|rds)|spring-boot[a-z-]*-aspectj|aspectjweaver";

	private static final String JDBC = "mainstay.idempotency.store=jdbc";

	private static final String IN_TRANSACTION = "mainstay.idempotency.mode=joined";

	private final String title;

	private final Database database;

	private final Pattern leftOut;

	private final List<String> settings;

	Variant(String title, Database database, String leftOut, String... settings) {
		this.title = title;
		this.database = database;
		this.leftOut = Pattern.compile(leftOut);
		this.settings = List.of(settings);
	}

	/** The one with the same database and nothing else. */
	Variant bare() {
		return switch (this.database) {
			case POSTGRES -> BARE;
			case MARIADB -> BARE_MARIADB;
			case H2 -> BARE_H2;
		};
	}

	/** Whether a repetition runs once more. */
	boolean repeats() {
		return this == bare() || this == OFF;
	}

	Service start(Servers servers, String more) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(servers.arguments(this.database));
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
