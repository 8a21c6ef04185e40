package dev.mainstay.samples.badday;

/**
 * Something counted, out of how many if that is known.
 */
record Count(int value, int of) {

	private static final int UNKNOWN = -1;

	static Count of(long value) {
		return new Count((int) value, UNKNOWN);
	}

	static Count of(long value, long of) {
		return new Count((int) value, (int) of);
	}

	boolean isAll() {
		return this.value == this.of && this.of > 0;
	}

	@Override
	public String toString() {
		return (this.of != UNKNOWN) ? this.value + "/" + this.of : String.valueOf(this.value);
	}

}
