package dev.mainstay.core.hardening.calls;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is done again when it fails should be safe to do twice.
 */
final class UnsafeRetryCheck implements HardeningCheck {

	private static final String KEY = "Idempotency-Key";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OUT-02", Group.TRANSPORT, Severity.HIGH)
		.title("What is retried is safe to do twice")
		.why("""
				After a time-out nobody knows whether the other side has acted. A POST that is sent again books, \
				charges or orders twice, in production and never in a test.""")
		.source("RFC 9110 9.2.2, ASVS 5.0 13.2.6")
		.decides("""
				Looks at the methods of beans with @Retryable, @Retry or @Resilient that something obeys: in their \
				class files for calls of post and patch of RestClient, WebClient and RestTemplate and of methods with \
				@PostExchange or @PatchExchange, in the same class and its lambdas, unless the header \
				Idempotency-Key is mentioned; and whether they are such exchanges or handlers themselves. Not \
				applicable without such a method.""")
		.fix("""
				@Resilient(value = "payments", repetition = Repetition.UNSAFE) // or remove @Retryable
				Receipt charge(Payment payment) { ... }
				# or send the same Idempotency-Key with each attempt""");

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
		ClassLoader loader = application.context().getClassLoader();
		return Verdict.of(retried.stream()
			.filter((it) -> CalledMethod.isUnsafe(it.method()) || sends(it, loader))
			.map((it) -> Finding.of(it.name() + " sends what may have its effect twice"))
			.distinct()
			.toList());
	}

	private static boolean sends(RetriedMethod retried, @Nullable ClassLoader loader) {
		Calls calls = Calls.of(retried.method());
		return calls.words().stream().noneMatch(KEY::equalsIgnoreCase)
				&& calls.targets().stream().anyMatch((target) -> CalledMethod.isUnsafe(target, loader));
	}

}
