package dev.mainstay.core.request;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Decides on the identity of a request.
 *
 * @since 0.1.0
 */
public final class RequestIds {

	/**
	 * The key of the request's identity in the MDC.
	 */
	public static final String MDC_KEY = "requestId";

	/**
	 * The default name of the header that carries the identity in and out.
	 */
	public static final String DEFAULT_HEADER = "X-Request-Id";

	private static final int MAX_LENGTH = 64;

	/** The increment and the mixing of SplitMix64 (Steele, Lea and Flood, 2014). */
	private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

	private static final long VERSION = 0x4000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private static final SecureRandom seeds = new SecureRandom();

	private static final long seed = seeds.nextLong();

	private static final AtomicLong state = new AtomicLong(seeds.nextLong());

	private RequestIds() {
	}

	/**
	 * Accept the identity that a caller sent, or make a new one. An identity is accepted
	 * when it matches <code>[A-Za-z0-9._-]{1,64}</code>; it can then be neither a forged
	 * log line nor a script, whoever reflects it.
	 * @param received what the caller sent, may be {@code null}
	 * @return the identity to use
	 */
	public static String acceptOrCreate(@Nullable String received) {
		return (received != null && isAcceptable(received)) ? received : create();
	}

	/**
	 * A random UUID, without the lock and the garbage of {@link UUID#randomUUID()}: an
	 * identity has to be unique, but is no secret. The first half differs from all others
	 * of this process, and the seed keeps it from telling how many there were; the time
	 * tells instances apart that were restored from the same snapshot, and have the same
	 * seed.
	 */
	private static String create() {
		long next = state.getAndAdd(GOLDEN_GAMMA);
		long most = mix(mix(next) + seed);
		long least = mix(mix(next ^ seed) + (System.currentTimeMillis() << 24) + System.nanoTime());
		return new UUID((most & ~0xF000L) | VERSION, (least >>> 2) | VARIANT).toString();
	}

	private static long mix(long state) {
		long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

	private static boolean isAcceptable(String id) {
		if (id.isEmpty() || id.length() > MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < id.length(); i++) {
			if (!isAcceptable(id.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAcceptable(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
				|| c == '-';
	}

}
