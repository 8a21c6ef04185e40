package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * The schema of a database that is kept should come from migrations.
 */
final class MigrationsCheck implements HardeningCheck {

	private static final String FLYWAY = "org.flywaydb.core.Flyway";

	private static final String LIQUIBASE = "liquibase.integration.spring.SpringLiquibase";

	private static final List<String> TOOLS = List.of(FLYWAY, LIQUIBASE,
			"liquibase.integration.spring.MultiTenantSpringLiquibase",
			"org.springframework.boot.jdbc.SchemaManagementProvider");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-02", Group.DATA, Severity.HIGH)
		.title("The schema of a real database comes from migrations")
		.why("""
				Nobody can say which version of the schema a database has, a new instance of it cannot be built, and \
				changes are made by hand in the hour of the release.""")
		.source("Spring Boot reference, higher-level database migration tools")
		.decides("""
				Looks for a bean of Flyway or Liquibase. Passes if one of them is on the class path and switched off \
				by its property, because then something else runs the migrations. Not applicable without a data \
				source, and to databases in memory.""")
		.fix("""
				<dependency>
				  <groupId>org.springframework.boot</groupId>
				  <artifactId>spring-boot-starter-flyway</artifactId>
				</dependency>
				# and src/main/resources/db/migration/V1__begin.sql""");

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
		if (TOOLS.stream().anyMatch(application::declares) || runElsewhere(application)) {
			return Verdict.pass();
		}
		return Verdict.of(sources.real()
			.stream()
			.map((source) -> Finding.of(source + ": neither Flyway nor Liquibase is a bean" + idle(application)))
			.toList());
	}

	private static boolean runElsewhere(InspectedApplication application) {
		return (application.hasClass(FLYWAY) && !application.isTrue("spring.flyway.enabled", true))
				|| (application.hasClass(LIQUIBASE) && !application.isTrue("spring.liquibase.enabled", true));
	}

	/** The library alone did it before Spring Boot 4. */
	private static String idle(InspectedApplication application) {
		return Stream.of(FLYWAY, LIQUIBASE)
			.filter(application::hasClass)
			.findFirst()
			.map((type) -> ", although " + type + " is on the class path")
			.orElse("");
	}

}
