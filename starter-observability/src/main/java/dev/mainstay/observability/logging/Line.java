package dev.mainstay.observability.logging;

import tools.jackson.core.JsonGenerator;

/**
 * A line that is being written, which may have a bound in bytes. What does not fit is cut
 * or left out, and the line remembers that. Not thread-safe.
 */
final class Line {

	/** For {@code maxBytes}: however long it gets. */
	static final int UNBOUNDED = 0;

	/** For the end of the line: that it is truncated, and its schema. */
	private static final int RESERVED = 64;

	/** Quotes, colon and comma around a name and a text. */
	private static final int PUNCTUATION = 6;

	private static final int MAX_NAME = 128;

	private final JsonGenerator generator;

	private final int maxBytes;

	private int left;

	private boolean cut;

	private boolean incomplete;

	Line(JsonGenerator generator, int maxBytes) {
		this.generator = generator;
		this.maxBytes = maxBytes;
		this.left = maxBytes - RESERVED;
	}

	JsonGenerator generator() {
		return this.generator;
	}

	boolean isBounded() {
		return this.maxBytes != UNBOUNDED;
	}

	boolean isTruncated() {
		return this.cut || this.incomplete;
	}

	/** Parts were left out before the line was written, whatever its bound. */
	void incomplete() {
		this.incomplete = true;
	}

	/** A line that is cut has been written once without a bound. */
	boolean isTruncatedForTheFirstTime() {
		return isBounded() ? this.cut && !this.incomplete : this.incomplete;
	}

	/**
	 * Write a text, of which no more than a share of the line remains.
	 * @param share the part of the line, as its denominator
	 */
	void text(String name, String text, int share) {
		if (takeName(name)) {
			this.generator.writeStringProperty(name, fitting(text, share));
		}
	}

	/**
	 * Take the room for a name and the punctuation around its value.
	 * @return whether there is any
	 */
	boolean takeName(String name) {
		if (!isBounded()) {
			return true;
		}
		return JsonText.fits(name, MAX_NAME) ? take(JsonText.bytes(name) + PUNCTUATION) : take(Integer.MAX_VALUE);
	}

	/**
	 * Take room, all of it or none.
	 */
	boolean take(int bytes) {
		if (!isBounded()) {
			return true;
		}
		if (bytes > this.left) {
			this.cut = true;
			return false;
		}
		this.left -= bytes;
		return true;
	}

	/**
	 * As much of a text as fits, for which the room is then taken.
	 */
	String fitting(String text, int share) {
		if (!isBounded()) {
			return text;
		}
		String fitting = cut(text, Math.min(this.left, this.maxBytes / share));
		this.left -= JsonText.bytes(fitting);
		return fitting;
	}

	/**
	 * A text that is to become a part of another one. Takes no room.
	 */
	String shortened(String text, int share) {
		return isBounded() ? cut(text, this.maxBytes / share) : text;
	}

	private String cut(String text, int bytes) {
		if (JsonText.fits(text, bytes)) {
			return text;
		}
		this.cut = true;
		return JsonText.cut(text, bytes);
	}

	/**
	 * Leave no more than a share of the line to what follows.
	 * @return what to hand to {@link #end(int)}
	 */
	int begin(int share) {
		int kept = isBounded() ? Math.max(0, this.left - this.maxBytes / share) : 0;
		this.left -= kept;
		return kept;
	}

	void end(int kept) {
		this.left += kept;
	}

}
