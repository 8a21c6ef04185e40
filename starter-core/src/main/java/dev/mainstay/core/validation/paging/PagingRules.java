package dev.mainstay.core.validation.paging;

import dev.mainstay.core.mode.Rule;

/**
 * The rules on what callers ask for, each on its rung.
 *
 * @param size on the size of a page
 * @param number on the number of a page
 * @param offset on how far into the result a page begins
 * @param sort on the properties that are sorted by
 * @since 0.1.0
 */
public record PagingRules(Rule size, Rule number, Rule offset, Rule sort) {

	/**
	 * Whether there is anything to look at.
	 * @return whether one of the rules is on any rung but off
	 */
	public boolean isActive() {
		return this.size.isActive() || this.number.isActive() || this.offset.isActive() || this.sort.isActive();
	}

}
