package dev.mainstay.core.hardening.calls;

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
 * Retries should not surround each other.
 */
final class StackedRetriesCheck implements HardeningCheck {

	private static final String RESILIENT = "Resilient";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OUT-05", Group.TRANSPORT, Severity.MEDIUM)
		.title("Calls are retried in one place")
		.why("""
				Retries that surround each other multiply: three layers of four attempts are 64 calls to a service \
				that is already in trouble. Mainstay steps back behind retries that it sees on the thread, and then \
				no budget bounds them.""")
		.source("ASVS 5.0 16.5.2, Google SRE book, chapter 22")
		.decides("""
				Looks at the methods of beans with @Retryable or @Retry that something obeys: whether they have two \
				such annotations, whether, by their class files, they call a method with one, or, while retries of \
				Mainstay are on, an HTTP client. Not applicable without such a method.""")
		.fix("""
				# Remove the annotation and leave retries to the client, or the other way round:
				mainstay.http-client.clients.payments.max-retries=0""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<RetriedMethod> retried = RetriedMethod.of(application);
		if (retried.isEmpty()) {
			return Verdict.notApplicable("no method is retried by an annotation");
		}
		return Verdict.of(retried.stream().flatMap((it) -> findings(it, application)).distinct().toList());
	}

	private static Stream<Finding> findings(RetriedMethod retried, InspectedApplication application) {
		if (retried.annotations().size() > 1) {
			return Stream.of(Finding.of(retried.name() + " is retried twice over"));
		}
		ClassLoader loader = application.context().getClassLoader();
		boolean bounded = application.context().containsBean("mainstayRetryPolicy")
				&& !retried.annotations().contains(RESILIENT);
		return Calls.of(retried.method())
			.targets()
			.stream()
			.filter((target) -> CalledMethod.isRetried(target, loader)
					|| (bounded && CalledMethod.isClient(target, loader)))
			.map((target) -> Finding.of(retried.name() + " surrounds " + simple(target.type()) + ", which retries"));
	}

	private static String simple(String type) {
		return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
	}

}
