package dev.mainstay.core.management;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on calls of the management endpoints that are exposed only because of Mainstay.
 * The web stacks ask it when the handler of an endpoint was chosen. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementGuard {

	private static final Logger logger = LoggerFactory.getLogger(ManagementGuard.class);

	private static final String WITHOUT_POLICIES = "add mainstay-spring-boot-starter-security";

	private final GuardedEndpoints endpoints;

	private final Supplier<List<ManagementAccessPolicy>> policies;

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final Set<String> failed = ConcurrentHashMap.newKeySet();

	/**
	 * Create the guard.
	 * @param endpoints the endpoints that are guarded
	 * @param policies asked for the policies when an endpoint is called, so that they may
	 * be created after the server
	 */
	public ManagementGuard(GuardedEndpoints endpoints, Supplier<List<ManagementAccessPolicy>> policies) {
		this.endpoints = endpoints;
		this.policies = policies;
	}

	/**
	 * Whether calls of an endpoint have to be admitted.
	 * @param endpoint the id of the endpoint in lower case
	 * @return {@code false} if the endpoint answers everybody
	 */
	public boolean guards(String endpoint) {
		return this.endpoints.contains(endpoint);
	}

	/**
	 * Decide on a call of a guarded endpoint. The first refusal for an endpoint is
	 * logged.
	 * @param call the call
	 * @return whether any policy admits the caller
	 */
	public boolean admits(ManagementCall call) {
		for (ManagementAccessPolicy policy : policies()) {
			if (admits(policy, call)) {
				return true;
			}
		}
		if (this.refused.add(call.endpoint())) {
			logger.warn("The management endpoint '{}' refused a caller at {}. It is exposed by a default of Mainstay "
					+ "and answers only whom an access policy admits, such as a process on this machine that "
					+ "calls localhost itself, not through a proxy. To admit others, {}; or set {} to decide on the list of endpoints, and on who may call them, yourself. "
					+ "Further refusals for this endpoint are not logged.", call.endpoint(), call.peer().address(),
					remedies(), GuardedEndpoints.EXPOSURE);
		}
		return false;
	}

	private List<ManagementAccessPolicy> policies() {
		try {
			return this.policies.get();
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.add(ManagementAccessPolicy.class.getName())) {
				logger.warn("The policies of access to the management endpoints cannot be created, which admits nobody",
						ex);
			}
			return List.of();
		}
	}

	private boolean admits(ManagementAccessPolicy policy, ManagementCall call) {
		try {
			return policy.admits(call);
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.add(policy.getClass().getName())) {
				logger.warn("A policy of access to the management endpoints failed, which admits nobody: {}",
						policy.getClass().getName(), ex);
			}
			return false;
		}
	}

	private String remedies() {
		String remedies = texts(ManagementAccessPolicy::remedy, " or ");
		return remedies.isEmpty() ? WITHOUT_POLICIES : remedies;
	}

	/**
	 * The answer to a caller whom no policy admits. Tells a stranger nothing of the
	 * endpoint.
	 * @return the problem, with the authentication schemes that the caller could use
	 */
	public Problem refusal() {
		Problem problem = Problem.of(ProblemCode.UNAUTHENTICATED);
		String challenges = texts(ManagementAccessPolicy::challenge, ", ");
		return challenges.isEmpty() ? problem : problem.withHeader("WWW-Authenticate", challenges);
	}

	private String texts(Function<ManagementAccessPolicy, @Nullable String> text, String separator) {
		return policies().stream().map(text).filter(Objects::nonNull).distinct().collect(Collectors.joining(separator));
	}

}
