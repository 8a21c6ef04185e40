package dev.mainstay.core.validation.json;

import tools.jackson.core.StreamReadConstraints;

/**
 * What a document may be at most. Each of them is {@link #NONE} if Mainstay limits
 * nothing; the limits that Jackson itself has hold then.
 *
 * @param depth how deeply arrays and objects are nested
 * @param tokens how many tokens a document has
 * @param stringLength how many characters a string has
 * @param nameLength how many characters a name has
 * @param numberLength how many characters a number has
 * @param exponent how large the exponent of a number is, whatever its sign
 * @since 0.1.0
 */
public record JsonLimits(int depth, long tokens, int stringLength, int nameLength, int numberLength, int exponent) {

	/**
	 * Stands for no limit.
	 */
	public static final int NONE = -1;

	/**
	 * The constraints of a parser. One that the application has set itself stays.
	 */
	StreamReadConstraints constraints(StreamReadConstraints theirs) {
		return theirs.rebuild()
			.maxNestingDepth(pick(theirs.getMaxNestingDepth(), StreamReadConstraints.DEFAULT_MAX_DEPTH, this.depth))
			.maxTokenCount((theirs.getMaxTokenCount() > 0) ? theirs.getMaxTokenCount() : this.tokens)
			.maxStringLength(
					pick(theirs.getMaxStringLength(), StreamReadConstraints.DEFAULT_MAX_STRING_LEN, this.stringLength))
			.maxNameLength(pick(theirs.getMaxNameLength(), StreamReadConstraints.DEFAULT_MAX_NAME_LEN, this.nameLength))
			.maxNumberLength(
					pick(theirs.getMaxNumberLength(), StreamReadConstraints.DEFAULT_MAX_NUM_LEN, this.numberLength))
			.build();
	}

	private static int pick(int theirs, int standard, int ours) {
		return (theirs != standard || ours == NONE) ? theirs : ours;
	}

	boolean isActive() {
		return this.depth != NONE || this.tokens != NONE || this.stringLength != NONE || this.nameLength != NONE
				|| this.numberLength != NONE || this.exponent != NONE;
	}

}
