package dev.mainstay.core.hardening.authentication;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * An annotation that says who may should be obeyed.
 */
final class DeadAnnotationCheck implements HardeningCheck {

	private static final int MOST = 20;

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-06", Group.AUTHENTICATION, Severity.BLOCKER)
		.title("Annotations that say who may are obeyed")
		.why("""
				Without method security, @PreAuthorize and its like are comments: everybody believes that a method is \
				guarded, and it never was.""")
		.source("ASVS 5.0 8.3.1, Spring Security reference, method security")
		.decides("""
				Looks at the beans of the application for @PreAuthorize, @PostAuthorize, @PreFilter, @PostFilter, \
				@Secured, @RolesAllowed and @DenyAll, and whether an advisor of Spring Security, or an \
				aspect of the application, applies to the method. Resources of JAX-RS and views of Vaadin are guarded \
				elsewhere. Not applicable if there is no such annotation.""")
		.fix("""
				@Configuration
				@EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true)
				class MethodSecurityConfiguration { }""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<GuardedMethods.Guarded> guarded = GuardedMethods.of(application);
		if (guarded.isEmpty()) {
			return Verdict.notApplicable("no annotation says who may");
		}
		List<String> dead = guarded.stream().filter((it) -> !it.obeyed()).map(GuardedMethods.Guarded::name).toList();
		List<Finding> findings = new ArrayList<>();
		dead.stream().limit(MOST).map((name) -> Finding.of(name + " is not obeyed")).forEach(findings::add);
		if (dead.size() > MOST) {
			findings.add(Finding.of("and " + (dead.size() - MOST) + " more"));
		}
		return Verdict.of(findings);
	}

}
