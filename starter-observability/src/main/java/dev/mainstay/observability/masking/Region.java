package dev.mainstay.observability.masking;

/**
 * A piece of a text, packed into a {@code long} so that looking for one allocates
 * nothing.
 */
final class Region {

	static final long NONE = -1;

	private Region() {
	}

	static long of(int start, int end) {
		return (start < end) ? ((long) start << 32) | end : NONE;
	}

	static int start(long region) {
		return (int) (region >>> 32);
	}

	static int end(long region) {
		return (int) region;
	}

}
