package dev.mainstay.resilience.idempotency.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;

/**
 * Keeps the records in Redis, where all instances of a service see them. Thread-safe.
 * <p>
 * A record is one key, and whatever is done to it is one command: two for an operation
 * that runs, one for a repetition. The clock of Redis alone decides about leases, and
 * Redis lets a record go when its time is over. A claim whose owner was lost is kept for
 * as long as an answer, so that its repetition is known to be one. The end of an
 * operation is also accepted when its lease has run out, or when Redis has lost the claim
 * meanwhile, as long as nobody else has taken it.
 * <p>
 * With Lettuce, the store has a connection of its own, made like that of the application
 * but for its time-outs. Every other client is used as the application has configured it.
 * What stands under the name of a record and is none is never written over.
 *
 * @since 0.1.0
 */
public final class RedisIdempotencyStore implements IdempotencyStore, IdempotencyRecords, AutoCloseable {

	private static final byte[] NONE = {};

	private final Retention retention;

	private final String keyPrefix;

	private final RedisConnections connections;

	private final RedisCalls calls;

	private final RedisRecords records;

	private volatile @Nullable String knownPolicy;

	private volatile @Nullable PolicyQuestion question;

	/**
	 * Create a store. Redis is not called.
	 * @param factory gives the connections of the application
	 * @param retention for how long a record is kept after its operation has ended
	 * @param keyPrefix what the keys of the records begin with in Redis
	 * @param timeout for how long Redis may hold up a request
	 */
	public RedisIdempotencyStore(RedisConnectionFactory factory, Retention retention, String keyPrefix,
			Duration timeout) {
		this.retention = retention;
		this.keyPrefix = keyPrefix;
		this.connections = RedisConnections.bounded(factory, timeout);
		this.calls = new RedisCalls(this.connections.factory(), timeout);
		this.records = new RedisRecords(this.calls, keyPrefix, retention);
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		return claim(operation, NONE, lease);
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		return claim(operation, RedisFrame.openPrefix(RedisToken.of(lost).number()), lease);
	}

	private ClaimResult claim(Operation operation, byte[] lost, Duration lease) {
		byte[] number = RedisToken.newNumber();
		byte[] fingerprint = RedisFrame.digestOf(operation.fingerprint());
		List<Object> answer;
		try {
			answer = this.calls
				.call((connection) -> RedisScript.CLAIM.run(connection, ReturnType.MULTI, key(operation.recordKey()),
						RedisFrame.openPrefix(number), fingerprint, number(lease), number(kept(lease)), lost));
		}
		catch (RuntimeException ex) {
			if (RedisFailure.says(ex, "OOM command not allowed")) {
				return new ClaimResult.Full();
			}
			throw ex;
		}
		RedisAnswer read = new RedisAnswer(answer);
		return read.isGranted() ? new ClaimResult.Granted(new RedisToken(number, fingerprint, read.time()).text())
				: read.frame().answer(fingerprint, read.time());
	}

	@Override
	public boolean needsRenewal() {
		return true;
	}

	@Override
	public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		if (claims.isEmpty()) {
			return List.of();
		}
		List<HeldClaim> all = List.copyOf(claims);
		List<@Nullable Object> answers = this.calls.call((connection) -> {
			connection.openPipeline();
			all.forEach((held) -> RedisScript.RENEW.enqueue(connection, ReturnType.INTEGER, key(held.recordKey()),
					openPrefix(held.token()), number(lease), number(this.retention.answers())));
			return connection.closePipeline();
		});
		List<HeldClaim> lost = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			if (!Long.valueOf(1).equals(answers.get(i))) {
				lost.add(all.get(i));
			}
		}
		return lost;
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		RedisToken owner = RedisToken.of(token);
		return change(RedisScript.COMPLETE, recordKey, RedisFrame.openPrefix(owner.number()),
				RedisFrame.donePrefix(owner.number()), RedisFrame.done(owner, outcome),
				number(this.retention.of(outcome)));
	}

	@Override
	public boolean release(String recordKey, String token) {
		return change(RedisScript.RELEASE, recordKey, openPrefix(token));
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		return change(RedisScript.RENEW, recordKey, openPrefix(token), number(Duration.ZERO),
				number(this.retention.answers()));
	}

	private boolean change(RedisScript script, String recordKey, byte[]... arguments) {
		byte[][] all = new byte[arguments.length + 1][];
		all[0] = key(recordKey);
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		Long changed = Objects
			.requireNonNull(this.calls.call((connection) -> script.run(connection, ReturnType.INTEGER, all)));
		if (changed < 0) {
			throw new UnreadableRecordException("What stands in Redis under the name of a record is none");
		}
		return changed > 0;
	}

	@Override
	public Optional<Entry> find(String recordKey) {
		return this.records.find(recordKey);
	}

	@Override
	public List<Entry> unfinished(int limit) {
		return this.records.unfinished(limit);
	}

	@Override
	public boolean forget(String recordKey) {
		return this.records.forget(recordKey);
	}

	@Override
	public boolean resolve(String recordKey, Outcome outcome) {
		return this.records.resolve(recordKey, outcome);
	}

	/**
	 * Ask Redis what it does when its memory is full. Only {@code noeviction} keeps the
	 * promise: every other policy drops records that are still promised. Blocks, for a
	 * few time-outs at most.
	 * @return the policy, empty if Redis does not tell
	 */
	public Optional<String> evictionPolicy() {
		Optional<String> policy = this.calls.call(EvictionPolicy::ask);
		this.knownPolicy = policy.orElse(null);
		return policy;
	}

	/**
	 * Ask Redis for its eviction policy without waiting, so that
	 * {@link #knownEvictionPolicy()} tells it. Called once, when the application starts.
	 */
	public void askForEvictionPolicy() {
		this.question = new PolicyQuestion(this);
	}

	/**
	 * What Redis has said when it was asked last. Called at any time; does not block.
	 * @return the policy, empty if Redis has not told it
	 */
	public Optional<String> knownEvictionPolicy() {
		return Optional.ofNullable(this.knownPolicy);
	}

	@Override
	public String toString() {
		return "Redis";
	}

	/**
	 * Close the connection of the store. Called when the application ends.
	 */
	@Override
	public void close() {
		PolicyQuestion asked = this.question;
		if (asked != null) {
			asked.close();
		}
		this.connections.close();
	}

	/** A claim outlives its lease by as long as an answer is kept. */
	private Duration kept(Duration lease) {
		return lease.plus(this.retention.answers());
	}

	private byte[] key(String recordKey) {
		return (this.keyPrefix + recordKey).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] openPrefix(String token) {
		return RedisFrame.openPrefix(RedisToken.of(token).number());
	}

	private static byte[] number(Duration duration) {
		return Long.toString(duration.toMillis()).getBytes(StandardCharsets.US_ASCII);
	}

}
