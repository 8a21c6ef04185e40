package dev.mainstay.core.management;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those who are refused are told, and what the operator reads in the log. Strangers
 * are told nothing of the endpoint. Thread-safe.
 */
final class AccessRefusals {

	private static final Logger logger = LoggerFactory.getLogger(ManagementGuard.class);

	private static final String WITHOUT_POLICIES = "add mainstay-spring-boot-starter-security";

	private final AccessPolicyVotes policies;

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final Set<String> readOnly = ConcurrentHashMap.newKeySet();

	AccessRefusals(AccessPolicyVotes policies) {
		this.policies = policies;
	}

	Problem notAdmitted(ManagementCall call) {
		if (this.refused.add(call.endpoint())) {
			logger.warn("The management endpoint '{}' refused a caller at {}. It is exposed by a default of Mainstay "
					+ "and answers only whom an access policy admits, such as a process on this machine that "
					+ "calls localhost itself, not through a proxy. To admit others, {}; or set {} to decide on the list of endpoints, and on who may call them, yourself. "
					+ "Further refusals for this endpoint are not logged.", call.endpoint(), call.peer().address(),
					remedies(), GuardedEndpoints.EXPOSURE);
		}
		if (call.principal() != null) {
			return Problem.of(ProblemCode.FORBIDDEN);
		}
		Problem problem = Problem.of(ProblemCode.UNAUTHENTICATED);
		String challenges = this.policies.texts(ManagementAccessPolicy::challenge, ", ");
		return challenges.isEmpty() ? problem : problem.withHeader("WWW-Authenticate", challenges);
	}

	private String remedies() {
		String remedies = this.policies.texts(ManagementAccessPolicy::remedy, " or ");
		return remedies.isEmpty() ? WITHOUT_POLICIES : remedies;
	}

	Problem readOnly(ManagementCall call) {
		if (this.readOnly.add(call.endpoint())) {
			logger.warn("The management endpoint '{}' did not change anything for a caller whom it admits: endpoints "
					+ "that are exposed by a default of Mainstay only read. To have this one change things, set "
					+ "management.endpoint.{}.access=unrestricted. Further refusals of this kind are not logged.",
					call.endpoint(), call.endpoint());
		}
		return Problem.of(ProblemCode.FORBIDDEN).withDetail("This endpoint may only be read.");
	}

	Problem limited(long nanos) {
		long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
		return Problem.of(ProblemCode.RATE_LIMITED)
			.withDetail("Too many credentials were wrong.")
			.withHeader("Retry-After", Long.toString(seconds));
	}

	/** At most once a minute for each peer. */
	void sayLimited(ManagementCall call) {
		logger.warn("{} secrets for management endpoints were wrong within a minute, the last one for '{}'. Secrets "
				+ "from {} are refused for a minute, right ones included. Callers behind a proxy have its address in "
				+ "common.", WrongSecrets.MAX_FAILURES, call.endpoint(), call.peer().address());
	}

}
