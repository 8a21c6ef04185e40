package dev.mainstay.core.hardening.input;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a mapper reads.
 *
 * @param bean the name of its bean
 * @param depth how deeply arrays and objects may be nested
 * @param bounded whether the number of tokens or the length of a document has a limit
 */
record MapperLimits(String bean, int depth, boolean bounded) {

	/** What Jackson 2 allows unasked; Jackson 3 allows half of that. */
	private static final int DEEPEST = 1000;

	List<String> exceeded() {
		List<String> exceeded = new ArrayList<>();
		if (!this.bounded) {
			exceeded.add("the mapper " + this.bean + " reads documents of any length, with any number of tokens");
		}
		if (this.depth > DEEPEST) {
			exceeded.add("the mapper " + this.bean + " reads documents nested " + this.depth + " deep");
		}
		return exceeded;
	}

}
