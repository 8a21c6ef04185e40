package dev.mainstay.core.validation.limits;

import java.util.function.Supplier;

import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Measures the body of one request. Reads are counted by one thread at a time; the end of
 * the request may be told by another.
 *
 * @since 0.1.0
 */
public final class BodyMeter {

	private final BodyLimits limits;

	private final long allowed;

	private final long large;

	private final Supplier<String> route;

	private long read;

	private boolean declaredLarge;

	private boolean compressed;

	private boolean counted;

	BodyMeter(BodyLimits limits, long limit, long large, Supplier<String> route) {
		this.limits = limits;
		this.allowed = BodyLimits.lower(limit, limits.enforced(large));
		this.large = large;
		this.route = route;
	}

	/**
	 * Called before the body is read, with what the request says of it.
	 * @param length the declared length in bytes, negative if there is none
	 * @param encoding the declared encoding of the content, {@code null} if there is none
	 * @return what is told to the caller if the body is refused unread, else {@code null}
	 */
	public @Nullable Problem refusal(long length, @Nullable String encoding) {
		if (isOver(length, this.large)) {
			this.declaredLarge = true;
		}
		if (isOver(length, this.allowed)) {
			finish();
			return tooLarge();
		}
		this.compressed = encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.trim())
				&& this.limits.compressedBody().isActive();
		if (this.compressed && this.limits.compressedBody().rung() == Rung.ENFORCE) {
			finish();
			return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
				.withDetail("The body of the request must not be compressed.")
				.withHeader("Accept-Encoding", "identity");
		}
		return null;
	}

	/**
	 * How many bytes may be asked for, so that no more is read than it takes to know that
	 * the body is too large.
	 * @param wanted how many the reader wants
	 * @return how many it gets at most, at least one if it wants any
	 */
	public int allowance(int wanted) {
		if (this.allowed == BodyLimits.NONE) {
			return wanted;
		}
		return (int) Math.min(wanted, Math.max(1, this.allowed - this.read + 1));
	}

	/**
	 * Called when a part of the body was read.
	 * @param bytes how many bytes
	 * @throws ProblemException if the body is too large
	 */
	public void count(long bytes) {
		this.read += bytes;
		if (isOver(this.read, this.large)) {
			countLarge();
		}
		if (isOver(this.read, this.allowed)) {
			throw new ProblemException(tooLarge());
		}
	}

	/**
	 * Called when the request was handled: counts what was let through and not counted
	 * before, when its route was not known.
	 */
	public void finish() {
		if (this.declaredLarge) {
			countLarge();
		}
		if (this.compressed) {
			this.compressed = false;
			this.limits.compressedBody().broken(this.route.get());
		}
	}

	private synchronized void countLarge() {
		if (!this.counted) {
			this.counted = true;
			this.limits.largeBody().broken(this.route.get());
		}
	}

	private Problem tooLarge() {
		return Problem.of(ProblemCode.PAYLOAD_TOO_LARGE)
			.withDetail(
					"The body of the request is larger than the " + this.allowed + " bytes that this operation takes.");
	}

	private static boolean isOver(long length, long limit) {
		return limit != BodyLimits.NONE && length > limit;
	}

}
