package dev.mainstay.core.management;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the policies; one that fails has not admitted anybody. Thread-safe.
 */
final class AccessPolicyVotes {

	private static final Logger logger = LoggerFactory.getLogger(AccessPolicyVotes.class);

	private final Supplier<List<ManagementAccessPolicy>> policies;

	private final Set<String> failed = ConcurrentHashMap.newKeySet();

	AccessPolicyVotes(Supplier<List<ManagementAccessPolicy>> policies) {
		this.policies = policies;
	}

	/** Those that compare secrets are asked only when nobody else admits the caller. */
	boolean admitsWithoutSecret(ManagementCall call) {
		return any((policy) -> !policy.comparesSecretOf(call) && policy.admits(call));
	}

	boolean comparesSecretOf(ManagementCall call) {
		return any((policy) -> policy.comparesSecretOf(call));
	}

	boolean admitsBySecret(ManagementCall call) {
		return any((policy) -> policy.comparesSecretOf(call) && policy.admits(call));
	}

	private boolean any(Predicate<ManagementAccessPolicy> question) {
		for (ManagementAccessPolicy policy : all()) {
			if (holds(question, policy)) {
				return true;
			}
		}
		return false;
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

	private boolean holds(Predicate<ManagementAccessPolicy> question, ManagementAccessPolicy policy) {
		try {
			return question.test(policy);
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.add(policy.getClass().getName())) {
				logger.warn("A policy of access to the management endpoints failed, which admits nobody: {}",
						policy.getClass().getName(), ex);
			}
			return false;
		}
	}

	/** What the policies say of themselves, each text once. */
	String texts(Function<ManagementAccessPolicy, @Nullable String> text, String separator) {
		return all().stream().map(text).filter(Objects::nonNull).distinct().collect(Collectors.joining(separator));
	}

}
