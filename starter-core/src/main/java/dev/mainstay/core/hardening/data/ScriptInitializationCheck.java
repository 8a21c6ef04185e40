package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * SQL scripts should not run into a database that is kept at every start.
 */
final class ScriptInitializationCheck implements HardeningCheck {

	private static final String MODE = "spring.sql.init.mode";

	private static final String INITIALIZER = "org.springframework.boot.sql.init.AbstractScriptDatabaseInitializer";

	/** By a word in the name of the class that runs the scripts. */
	private static final Map<String, String> SCHEMAS = Map.of("Batch", "spring.batch.jdbc.initialize-schema", "Session",
			"spring.session.jdbc.initialize-schema", "Quartz", "spring.quartz.jdbc.initialize-schema", "Integration",
			"spring.integration.jdbc.initialize-schema");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-10", Group.DATA, Severity.HIGH)
		.title("No SQL script runs into a real database at every start")
		.why("""
				The script runs again with each start of each instance: rows come twice or are set back, tables of \
				Quartz are dropped, and the service needs the rights to change its schema.""")
		.source("ASVS 5.0 15.2.3")
		.decides("""
				Looks for the beans that run scripts and whether their mode is 'always', and for schema.sql and \
				data.sql. Not applicable without a data source, and to databases in memory.""")
		.fix("""
				spring.sql.init.mode=embedded
				spring.batch.jdbc.initialize-schema=never
				spring.session.jdbc.initialize-schema=never
				# and the scripts as migrations""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		InspectedDataSources sources = InspectedDataSources.of(application);
		Verdict without = sources.withoutReal(application);
		if (without != null) {
			return without;
		}
		List<String> initializers = application.beans(INITIALIZER)
			.stream()
			.map((bean) -> bean.getClass().getSimpleName())
			.toList();
		Stream<String> schemas = SCHEMAS.entrySet()
			.stream()
			.filter((schema) -> initializers.stream().anyMatch((name) -> name.contains(schema.getKey())))
			.map(Map.Entry::getValue)
			.sorted();
		boolean scripts = initializers.stream().anyMatch((name) -> name.startsWith("Application"))
				&& hasScripts(application);
		return Verdict.of(Stream.concat(scripts ? Stream.of(MODE) : Stream.empty(), schemas)
			.filter((property) -> "always".equalsIgnoreCase(application.value(property)))
			.map((property) -> on(application.setting(property), sources.real()))
			.toList());
	}

	private static Finding on(Finding setting, List<InspectedDataSource> real) {
		return new Finding(setting.evidence() + " on " + real.get(0), setting.origin());
	}

	/** With nothing to run, nothing runs. */
	private static boolean hasScripts(InspectedApplication application) {
		if (application.value("spring.sql.init.schema-locations") != null
				|| application.value("spring.sql.init.data-locations") != null) {
			return true;
		}
		String named = application.value("spring.sql.init.platform");
		String platform = (named != null) ? named : "all";
		return Stream.of("schema.sql", "data.sql", "schema-" + platform + ".sql", "data-" + platform + ".sql")
			.anyMatch((script) -> application.context().getResource("classpath:" + script).exists());
	}

}
