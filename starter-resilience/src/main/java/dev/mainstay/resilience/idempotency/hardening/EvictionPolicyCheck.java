package dev.mainstay.resilience.idempotency.hardening;

import java.util.Optional;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;

/**
 * Redis must not drop a key that is still promised.
 */
final class EvictionPolicyCheck implements HardeningCheck {

	private static final String STORE = "dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore";

	private static final String CHOOSING = "dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore";

	private static final String SAFE = "noeviction";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("IDEM-02", Group.DATA, Severity.HIGH)
		.title("Redis drops no idempotency key before its time")
		.why("""
				A Redis that evicts drops keys when its memory is full, which is when there is most to do. A request \
				that is sent again then runs again, and nobody notices the second payment but the customer.""")
		.source("ASVS 5.0 2.3.4, IETF draft-ietf-httpapi-idempotency-key-header-07, section 2.3")
		.decides("""
				Looks at the policy that Redis told the store when the application started; Redis is not asked again. \
				Unknown if it has not told it. Not applicable if the store is not Mainstay's in Redis; without \
				mainstay.idempotency.store=redis, keys are not kept in a Redis that evicts.""")
		.fix("""
				# In redis.conf of a Redis that is no cache:
				maxmemory-policy noeviction""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.beans(CHOOSING).isEmpty()) {
			return Verdict.notApplicable("keys are kept in Redis only if it evicts nothing");
		}
		return application.beans(STORE)
			.stream()
			.findFirst()
			.map((store) -> verdict(((RedisIdempotencyStore) store).knownEvictionPolicy()))
			.orElseGet(() -> Verdict.notApplicable("keys are not kept in Redis"));
	}

	private static Verdict verdict(Optional<String> policy) {
		if (policy.isEmpty()) {
			return Verdict.unknown("Redis has not told its eviction policy");
		}
		return policy.get().equals(SAFE) ? Verdict.pass()
				: Verdict.fail(Finding.of("Redis evicts keys: maxmemory-policy is " + policy.get()));
	}

}
