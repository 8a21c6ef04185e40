package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The tool that migrates a database should not be able to empty it.
 */
final class DestructiveMigrationsCheck implements HardeningCheck {

	private static final String FLYWAY = "org.flywaydb.core.Flyway";

	private static final String LIQUIBASE = "liquibase.integration.spring.SpringLiquibase";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-03", Group.DATA, Severity.BLOCKER)
		.title("Migrations cannot drop the database")
		.why("""
				Liquibase with drop-first deletes everything at every start, and one call of Flyway's clean does it \
				once. Both are made for databases of tests.""")
		.source("Spring Boot reference, spring.flyway.clean-disabled and spring.liquibase.drop-first")
		.decides("""
				Asks each bean of Flyway whether it may clean, and each of Liquibase whether it drops first. Only for \
				a database that outlives the process and is on another host, or wherever it is in production. Not \
				applicable without either.""")
		.fix("spring.flyway.clean-disabled=true\nspring.liquibase.drop-first=false");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<Object> flyways = application.beans(FLYWAY);
		List<Object> liquibases = application.beans(LIQUIBASE);
		if (flyways.isEmpty() && liquibases.isEmpty()) {
			return Verdict.notApplicable("no Flyway and no Liquibase");
		}
		Stream<Finding> cleaning = flyways.stream()
			.filter((flyway) -> Boolean.FALSE.equals(BeanState.read(flyway, "configuration.cleanDisabled")))
			.flatMap((flyway) -> kept(application, BeanState.read(flyway, "configuration.dataSource")))
			.map((source) -> new Finding("Flyway may clean " + source,
					application.origin("spring.flyway.clean-disabled")));
		Stream<Finding> dropping = liquibases.stream()
			.filter((liquibase) -> Boolean.TRUE.equals(BeanState.read(liquibase, "dropFirst")))
			.flatMap((liquibase) -> kept(application, BeanState.read(liquibase, "dataSource")))
			.map((source) -> new Finding("Liquibase drops " + source + " first",
					application.origin("spring.liquibase.drop-first")));
		return Verdict.of(Stream.concat(cleaning, dropping).toList());
	}

	/** Cleaning its own database is what a test does. */
	private static Stream<InspectedDataSource> kept(InspectedApplication application, @Nullable Object source) {
		if (!(source instanceof DataSource target)) {
			return Stream.empty();
		}
		return DataSourceTargets.of("the database", target)
			.stream()
			.filter(InspectedDataSource::isReal)
			.filter((it) -> application.production() != null || isElsewhere(it));
	}

	private static boolean isElsewhere(InspectedDataSource source) {
		return source.hosts().stream().anyMatch((host) -> !HostName.isLocal(host) && !HostName.isInternal(host));
	}

}
