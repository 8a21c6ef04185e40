package dev.mainstay.core.management;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the policies; one that fails has not admitted anybody. Counts through them, as an
 * iterator is a part of what a call may allocate. Thread-safe.
 */
final class AccessPolicyVotes {

	private static final Logger logger = LoggerFactory.getLogger(AccessPolicyVotes.class);

	private final Supplier<List<ManagementAccessPolicy>> policies;

	private final Set<String> failed = ConcurrentHashMap.newKeySet();

	AccessPolicyVotes(Supplier<List<ManagementAccessPolicy>> policies) {
		this.policies = policies;
	}

	/** Those that compare secrets are asked only when nobody else admits the caller. */
	Vote vote(ManagementCall call) {
		Vote vote = PlainVote.REFUSED;
		List<ManagementAccessPolicy> all = all();
		for (int i = 0; i < all.size(); i++) {
			ManagementAccessPolicy policy = all.get(i);
			switch (answer(policy, call)) {
				case ADMITS -> {
					return PlainVote.ADMITTED;
				}
				case COMPARES -> vote = new SecretVote(this, policy, call, vote);
				case ABSTAINS -> {
				}
			}
		}
		return vote;
	}

	private Answer answer(ManagementAccessPolicy policy, ManagementCall call) {
		try {
			if (policy.comparesSecretOf(call)) {
				return Answer.COMPARES;
			}
			return policy.admits(call) ? Answer.ADMITS : Answer.ABSTAINS;
		}
		catch (RuntimeException | LinkageError ex) {
			sayFailed(policy, ex);
			return Answer.ABSTAINS;
		}
	}

	private boolean admits(ManagementAccessPolicy policy, ManagementCall call) {
		try {
			return policy.admits(call);
		}
		catch (RuntimeException | LinkageError ex) {
			sayFailed(policy, ex);
			return false;
		}
	}

	private List<ManagementAccessPolicy> all() {
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

	private void sayFailed(ManagementAccessPolicy policy, Throwable failure) {
		if (this.failed.add(policy.getClass().getName())) {
			logger.warn("A policy of access to the management endpoints failed, which admits nobody: {}",
					policy.getClass().getName(), failure);
		}
	}

	/** What the policies say of themselves, each text once. */
	String texts(Function<ManagementAccessPolicy, @Nullable String> text, String separator) {
		return all().stream().map(text).filter(Objects::nonNull).distinct().collect(Collectors.joining(separator));
	}

	private enum Answer {

		ADMITS, COMPARES, ABSTAINS

	}

	/**
	 * What the policies say to a call.
	 */
	sealed interface Vote {

	}

	/**
	 * No secret has to be compared to say this.
	 */
	enum PlainVote implements Vote {

		ADMITTED, REFUSED

	}

	/**
	 * Nobody admits the call for what it is; this finds out whether somebody finds its
	 * secret in it. One object, as it is made for each call with a secret.
	 *
	 * @param votes asks
	 * @param policy compares a secret
	 * @param call has the secret
	 * @param other asked if the secret is not that of the policy
	 */
	record SecretVote(AccessPolicyVotes votes, ManagementAccessPolicy policy, ManagementCall call,
			Vote other) implements Vote, BooleanSupplier {

		@Override
		public boolean getAsBoolean() {
			return this.votes.admits(this.policy, this.call)
					|| (this.other instanceof SecretVote next && next.getAsBoolean());
		}

	}

}
