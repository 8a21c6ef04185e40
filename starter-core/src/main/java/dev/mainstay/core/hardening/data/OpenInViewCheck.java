package dev.mainstay.core.hardening.data;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * A request should not hold a database connection while its answer is rendered.
 */
final class OpenInViewCheck implements HardeningCheck {

	private static final String PROPERTY = "spring.jpa.open-in-view";

	private static final String INTERCEPTOR = "org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-05", Group.DATA, Severity.MEDIUM)
		.title("No database session is open while an answer is rendered")
		.why("""
				A request holds its connection until the last byte is written, and rendering runs queries that no \
				transaction covers: slow clients empty the pool.""")
		.source("Spring Boot reference, open EntityManager in view")
		.decides("""
				Looks for the interceptor that keeps the session open. Not applicable without JPA on the servlet \
				stack.""")
		.fix(PROPERTY + "=false");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares("jakarta.persistence.EntityManagerFactory")) {
			return Verdict.notApplicable("no JPA");
		}
		return application.declares(INTERCEPTOR) ? Verdict.fail(application.setting(PROPERTY)) : Verdict.pass();
	}

}
