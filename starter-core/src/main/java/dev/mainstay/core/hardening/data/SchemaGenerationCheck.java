package dev.mainstay.core.hardening.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
 * Hibernate should not change the schema of a database that is kept.
 */
final class SchemaGenerationCheck implements HardeningCheck {

	private static final String FACTORY = "jakarta.persistence.EntityManagerFactory";

	private static final String DDL_AUTO = "hibernate.hbm2ddl.auto";

	private static final String ACTION = "jakarta.persistence.schema-generation.database.action";

	private static final Set<String> CHANGING = Set.of("create", "create-drop", "create-only", "drop",
			"drop-and-create", "update");

	/** Where the two can have been set. */
	private static final List<String> PROPERTIES = List.of("spring.jpa.hibernate.ddl-auto",
			"spring.jpa.properties." + DDL_AUTO, "spring.jpa.properties." + ACTION);

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-01", Group.DATA, Severity.BLOCKER)
		.title("Hibernate does not change the schema of a real database")
		.why("""
				At a start Hibernate drops or alters tables as the entities of that build happen to be: data is lost, \
				a roll-back finds another schema, and the service needs the rights to do that to itself.""")
		.source("ASVS 5.0 13.4.2")
		.decides("""
				Reads the properties that each entity manager factory runs with, and where its data source leads. \
				Not applicable without JPA, and to a database in memory.""")
		.fix("spring.jpa.hibernate.ddl-auto=validate\n# and migrations by Flyway or Liquibase");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<Object> factories = application.beans(FACTORY);
		if (factories.isEmpty()) {
			return application.declares(FACTORY) ? Verdict.unknown("the entity manager factory is not created yet")
					: Verdict.notApplicable("no JPA");
		}
		List<Finding> findings = new ArrayList<>();
		List<InspectedDataSource> changed = new ArrayList<>();
		for (Object factory : factories) {
			String setting = changing(factory);
			List<InspectedDataSource> sources = (setting != null) ? sources(application, factory) : List.of();
			changed.addAll(sources);
			sources.stream()
				.filter(InspectedDataSource::isReal)
				.forEach((source) -> findings.add(new Finding(setting + " on " + source, origin(application))));
		}
		InspectedDataSources touched = new InspectedDataSources(changed);
		return findings.isEmpty() && !changed.isEmpty() ? unchanged(application, touched) : Verdict.of(findings);
	}

	private static Verdict unchanged(InspectedApplication application, InspectedDataSources touched) {
		Verdict without = touched.withoutReal(application);
		return (without != null) ? without : Verdict.pass();
	}

	private static @Nullable String changing(Object factory) {
		for (String key : List.of(DDL_AUTO, ACTION)) {
			String value = BeanState.entry(factory, "properties", key);
			if (value != null && CHANGING.contains(value.strip().toLowerCase(Locale.ROOT))) {
				return key + "=" + value.strip();
			}
		}
		return null;
	}

	/** A factory of Spring knows its own; any other one may use each of them. */
	private static List<InspectedDataSource> sources(InspectedApplication application, Object factory) {
		InspectedDataSources all = InspectedDataSources.of(application);
		if (!(BeanState.read(factory, "dataSource") instanceof DataSource own)) {
			return all.all();
		}
		List<InspectedDataSource> inspected = DataSourceTargets.of("dataSource", own);
		List<InspectedDataSource> beans = all.all()
			.stream()
			.filter((bean) -> inspected.stream().anyMatch(bean::isSame))
			.toList();
		return beans.isEmpty() ? inspected : beans;
	}

	private static @Nullable String origin(InspectedApplication application) {
		return PROPERTIES.stream()
			.filter((property) -> application.value(property) != null)
			.findFirst()
			.map(application::origin)
			.orElse(null);
	}

}
