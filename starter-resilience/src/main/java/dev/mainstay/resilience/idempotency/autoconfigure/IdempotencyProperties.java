package dev.mainstay.resilience.idempotency.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.WhenFull;
import dev.mainstay.resilience.idempotency.jdbc.TableName;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Properties of idempotency keys.
 *
 * @param store Store in which keys are kept. "auto" takes a database in which there is
 * our table, else Redis if it evicts nothing, else the memory of the process
 * @param mode How the effect of an operation and its record belong together. "lease"
 * records it apart from what it writes, "joined" in the transaction in which it runs, for
 * operations all of whose effects are in the database of the keys
 * @param storeTimeout Time that a request waits at most for a store outside of the
 * process
 * @param jdbc Keys in a database
 * @param redis Keys in Redis
 * @param ttl Time for which the answer to a request with a key is kept
 * @param rejectedTtl Time for which an answer is kept that says that nothing was done
 * (4xx), if it is shorter than the one of the others
 * @param lease Time for which an operation counts as in progress after its request was
 * answered by a time-out, or, with a store outside of the process, after its owner was
 * last heard of
 * @param strict Whether a key has to stand in double quotes, as the standard asks
 * @param maxRequestSize Size of the largest request body that is protected
 * @param maxResponseSize Size of the largest response body that can be replayed
 * @param maxEntries Number of keys that the store in memory holds at most
 * @param maxStoreSize Size that the store in memory takes at most
 * @param afterFailure What becomes of a key when its operation has failed (5xx, 408, 425,
 * 429 or an exception). "auto" frees it unless an outgoing call may have had an effect,
 * "release" always frees it, "unknown" refuses its repetition
 * @param onAbandoned What is done with the repetition of an operation whose owner was
 * lost. "reject" refuses it until somebody has looked, "re-execute" runs it, which may be
 * the second time
 * @param whenFull What is done with a new request for which the store has no room
 * @param callerHeaders Comma-separated list of the request headers by which callers
 * without a principal are told apart. "Cookie" stands for the id of the session
 * @param excludePaths Comma-separated list of path patterns whose keys the application
 * handles itself, such as "/payments/**"
 * @param replayedHeaders Comma-separated list of the response headers that a replay
 * repeats
 */
@ConfigurationProperties("mainstay.idempotency")
record IdempotencyProperties(@DefaultValue("auto") StoreKind store, @DefaultValue("lease") IdempotencyMode mode,
		@DefaultValue("1s") Duration storeTimeout, @DefaultValue Jdbc jdbc, @DefaultValue Redis redis,
		@DefaultValue("24h") Duration ttl, @DefaultValue("1h") Duration rejectedTtl,
		@DefaultValue("60s") Duration lease, @DefaultValue("false") boolean strict,
		@DefaultValue("1MB") DataSize maxRequestSize, @DefaultValue("1MB") DataSize maxResponseSize,
		@DefaultValue("50000") int maxEntries, @DefaultValue("32MB") DataSize maxStoreSize,
		@DefaultValue("auto") AfterFailure afterFailure, @DefaultValue("reject") OnAbandoned onAbandoned,
		@DefaultValue("run") WhenFull whenFull, @DefaultValue( {
				"Authorization", "X-API-Key", "Cookie" }) List<String> callerHeaders,
		@DefaultValue List<String> excludePaths,
		@DefaultValue({ "Content-Type", "Content-Language", "Content-Encoding", "Content-Disposition",
				"Content-Location", "Content-Digest", "Repr-Digest", "Location", "ETag", "Last-Modified",
				"Cache-Control", "Expires", "Link", "Preference-Applied",
				"Retry-After" }) List<String> replayedHeaders){

	private static final DataSize MAX_BODY = DataSize.ofMegabytes(512);

	/** Well within what a clock of nanoseconds counts. */
	private static final Duration MAX_TIME = Duration.ofDays(3650);

	/** What waits longer for its bookkeeping has lost its caller. */
	private static final Duration MAX_STORE_TIMEOUT = Duration.ofMinutes(1);

	IdempotencyProperties {
		check(isTime(storeTimeout) && storeTimeout.compareTo(MAX_STORE_TIMEOUT) <= 0, "store-timeout", storeTimeout,
				"longer than zero and at most 1m", "1s");
		check(isTime(ttl), "ttl", ttl, "longer than zero and at most 3650d", "24h");
		check(isTime(rejectedTtl), "rejected-ttl", rejectedTtl, "longer than zero and at most 3650d", "1h");
		check(isTime(lease) && lease.compareTo(ttl) <= 0, "lease", lease,
				"longer than zero and not longer than mainstay.idempotency.ttl", "60s");
		check(isBody(maxRequestSize), "max-request-size", maxRequestSize, "from 0B to 512MB", "1MB");
		check(isBody(maxResponseSize), "max-response-size", maxResponseSize, "from 0B to 512MB", "1MB");
		excludePaths.forEach((path) -> check(isPattern(path), "exclude-paths", path,
				"a path pattern that begins with a slash", "/payments/**"));
		check(maxEntries > 0, "max-entries", maxEntries, "above zero", "50000");
		check(maxStoreSize.toBytes() > 0, "max-store-size", maxStoreSize, "above zero", "32MB");
	}

	private static boolean isTime(Duration duration) {
		return !duration.isZero() && !duration.isNegative() && duration.compareTo(MAX_TIME) <= 0;
	}

	private static boolean isPattern(String path) {
		try {
			PathPatternParser.defaultInstance.parse(path);
			return path.startsWith("/");
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

	private static boolean isBody(DataSize size) {
		return !size.isNegative() && size.compareTo(MAX_BODY) <= 0;
	}

	private static void check(boolean holds, String name, Object value, String expected, String example) {
		InvalidPropertyException.check(holds, "mainstay.idempotency." + name, value, "it has to be " + expected,
				"Set it to one such as " + example + ", or remove it");
	}

	/**
	 * Properties of keys in a database.
	 *
	 * @param table Name of the table, with its schema in front of a dot if it is not the
	 * one of the connection
	 * @param initializeSchema Databases in which the table is created if it is missing.
	 * "embedded" creates it in an embedded database with store=jdbc, "always" in any,
	 * "never" in none
	 * @param cleanupInterval Time between two rounds in which expired keys are deleted
	 * @param cleanupBatch Number of keys that are deleted at a time
	 */
	record Jdbc(@DefaultValue("mainstay_idempotency") String table,
			@DefaultValue("embedded") InitializeSchema initializeSchema, @DefaultValue("1m") Duration cleanupInterval,
			@DefaultValue("1000") int cleanupBatch) {

		/** Each is a parameter of one statement, and no database takes more. */
		private static final int MAX_BATCH = 10000;

		Jdbc {
			check(TableName.isValid(table), "jdbc.table", table,
					"a name of letters, digits and underscores, with a schema in front of a dot or without",
					"mainstay_idempotency");
			check(isTime(cleanupInterval), "jdbc.cleanup-interval", cleanupInterval,
					"longer than zero and at most 3650d", "1m");
			check(cleanupBatch > 0 && cleanupBatch <= MAX_BATCH, "jdbc.cleanup-batch", cleanupBatch,
					"from 1 to " + MAX_BATCH, "1000");
		}

	}

	/**
	 * Properties of keys in Redis.
	 *
	 * @param keyPrefix Text that the keys of the records begin with
	 */
	record Redis(@DefaultValue("ms:idem:") String keyPrefix) {

		private static final Pattern PREFIX = Pattern.compile("[\\x21-\\x7e&&[^*?\\[\\]\\\\]]+");

		Redis {
			check(PREFIX.matcher(keyPrefix).matches(), "redis.key-prefix", keyPrefix,
					"one or more ASCII characters, none of them a space or one of *?[]\\", "shop:idem:");
		}

	}

}
