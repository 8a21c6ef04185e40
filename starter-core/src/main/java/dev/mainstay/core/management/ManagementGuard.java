package dev.mainstay.core.management;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.mainstay.core.management.AccessPolicyVotes.PlainVote;
import dev.mainstay.core.management.AccessPolicyVotes.SecretVote;
import dev.mainstay.core.management.AccessPolicyVotes.Vote;
import dev.mainstay.core.management.WrongSecrets.Attempt;
import dev.mainstay.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Decides on calls of the management endpoints that are exposed only because of Mainstay.
 * The web stacks ask it when the handler of an endpoint was chosen. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementGuard {

	private final GuardedEndpoints endpoints;

	private final AccessPolicyVotes policies;

	private final AccessListeners listeners;

	private final AccessRefusals refusals;

	private final WrongSecrets wrongSecrets;

	/**
	 * Create a guard that tells nobody of its decisions.
	 * @param endpoints the endpoints that are guarded
	 * @param policies asked for the policies when an endpoint is called, so that they may
	 * be created after the server
	 */
	public ManagementGuard(GuardedEndpoints endpoints, Supplier<List<ManagementAccessPolicy>> policies) {
		this(endpoints, policies, List::of);
	}

	/**
	 * Create the guard.
	 * @param endpoints the endpoints that are guarded
	 * @param policies asked for the policies when an endpoint is called, so that they may
	 * be created after the server
	 * @param listeners asked for those who are told, as late
	 */
	public ManagementGuard(GuardedEndpoints endpoints, Supplier<List<ManagementAccessPolicy>> policies,
			Supplier<List<ManagementAccessListener>> listeners) {
		this(endpoints, policies, listeners, System::nanoTime);
	}

	ManagementGuard(GuardedEndpoints endpoints, Supplier<List<ManagementAccessPolicy>> policies,
			Supplier<List<ManagementAccessListener>> listeners, LongSupplier nanoTime) {
		this.endpoints = endpoints;
		this.policies = new AccessPolicyVotes(policies);
		this.listeners = new AccessListeners(listeners);
		this.refusals = new AccessRefusals(this.policies);
		this.wrongSecrets = new WrongSecrets(nanoTime);
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
	 * Decide on a call of a guarded endpoint, once for each request. The first refusal
	 * for an endpoint is logged.
	 * @param call the call
	 * @return {@code null} if the call may go on, or the answer to it: 401 to somebody
	 * whom no policy admits, with the authentication schemes that it could use; 403 to
	 * whom the application knows, and for a change where only reading is allowed; 429
	 * after too many wrong secrets
	 */
	public @Nullable Problem refusal(ManagementCall call) {
		Vote vote = this.policies.vote(call);
		if (vote == PlainVote.ADMITTED) {
			return admitted(call);
		}
		if (vote instanceof SecretVote secret) {
			return tried(call, secret);
		}
		return refused((call.principal() != null) ? AccessOutcome.FORBIDDEN : AccessOutcome.ANONYMOUS, call);
	}

	private @Nullable Problem tried(ManagementCall call, SecretVote secret) {
		Attempt attempt = this.wrongSecrets.attempt(call.peer().network(), secret);
		if (attempt.right()) {
			return admitted(call);
		}
		if (attempt.pause() > 0) {
			this.listeners.tell(AccessOutcome.LIMITED, call);
			return this.refusals.limited(attempt.pause());
		}
		Problem problem = refused(AccessOutcome.WRONG_SECRET, call);
		if (attempt.last()) {
			this.listeners.tell(AccessOutcome.LIMIT_REACHED, call);
			this.refusals.sayLimited(call);
		}
		return problem;
	}

	private @Nullable Problem admitted(ManagementCall call) {
		if (call.writes() && !this.endpoints.allowsWriting(call.endpoint())) {
			this.listeners.tell(AccessOutcome.READ_ONLY, call);
			return this.refusals.readOnly(call);
		}
		this.listeners.tell(call.writes() ? AccessOutcome.WRITE : AccessOutcome.READ, call);
		return null;
	}

	private Problem refused(AccessOutcome outcome, ManagementCall call) {
		this.listeners.tell(outcome, call);
		return this.refusals.notAdmitted(call);
	}

}
