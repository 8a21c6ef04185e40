package dev.mainstay.core.hardening.data;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * A production should not keep its data in memory.
 */
final class EmbeddedDatabaseCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-04", Group.DATA, Severity.BLOCKER)
		.title("Production does not keep its data in memory")
		.why("""
				With every restart all data is gone, and each instance has data of its own. Usually a missing \
				property has let the database of the development in.""")
		.source("Spring Boot reference, embedded database support")
		.decides(
				"""
						Reads the URL of each data source: H2, HSQLDB, Derby and SQLite in memory are found. One that is \
						beside a real database and not the primary one is taken for a scratch pad. Asked for in production only.""")
		.fix("""
				spring.datasource.url=jdbc:postgresql://db.example.org/orders?sslmode=verify-full
				# and H2 in the scope test""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String production = application.production();
		if (production == null) {
			return Verdict.notApplicable("no sign of production");
		}
		InspectedDataSources sources = InspectedDataSources.of(application);
		if (sources.all().isEmpty()) {
			return InspectedDataSources.none(application);
		}
		boolean scratch = !sources.real().isEmpty();
		List<Finding> findings = sources.all()
			.stream()
			.filter(InspectedDataSource::isInMemory)
			.filter((source) -> !scratch || isPrimary(application, source))
			.map((source) -> new Finding(source + " in production: " + production,
					application.origin("spring.datasource.url")))
			.toList();
		boolean unseen = findings.isEmpty() && !sources.unknown().isEmpty();
		return unseen ? Verdict.unknown("cannot see which database it is: " + sources.unknown()) : Verdict.of(findings);
	}

	private static boolean isPrimary(InspectedApplication application, InspectedDataSource source) {
		return application.context().getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory
				&& factory.containsBeanDefinition(source.name())
				&& factory.getBeanDefinition(source.name()).isPrimary();
	}

}
