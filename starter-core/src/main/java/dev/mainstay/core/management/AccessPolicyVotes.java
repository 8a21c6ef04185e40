package dev.mainstay.core.management;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		List<ManagementAccessPolicy> comparing = List.of();
		List<ManagementAccessPolicy> all = all();
		for (int i = 0; i < all.size(); i++) {
			ManagementAccessPolicy policy = all.get(i);
			switch (answer(policy, call)) {
				case ADMITS -> {
					return Vote.ADMITTED;
				}
				case COMPARES -> comparing = with(comparing, policy);
				case ABSTAINS -> {
				}
			}
		}
		return new Vote(false, comparing);
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

	private static List<ManagementAccessPolicy> with(List<ManagementAccessPolicy> policies,
			ManagementAccessPolicy policy) {
		return policies.isEmpty() ? List.of(policy) : Stream.concat(policies.stream(), Stream.of(policy)).toList();
	}

	/** Whether one of them finds its secret in the call. */
	boolean admitBySecret(List<ManagementAccessPolicy> comparing, ManagementCall call) {
		for (ManagementAccessPolicy policy : comparing) {
			if (admits(policy, call)) {
				return true;
			}
		}
		return false;
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
	 *
	 * @param admitted whether one admits it for what it is
	 * @param comparing those that compare a secret of it, if none admits it
	 */
	record Vote(boolean admitted, List<ManagementAccessPolicy> comparing) {

		static final Vote ADMITTED = new Vote(true, List.of());

	}

}
