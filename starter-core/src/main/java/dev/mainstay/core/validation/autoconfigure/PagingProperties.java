package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the rules on pages and sorting.
 *
 * @param pageSize How far it is taken that a page is asked for that is too large, empty
 * or of no size; as the mode says if not set
 * @param negativePage How far it is taken that a page is asked for by a number that is
 * negative or none; as the mode says if not set
 * @param pageOffset How far it is taken that a page is asked for that begins too far into
 * the result; as the mode says if not set
 * @param sortProperty How far it is taken that an order is asked for by a property that
 * is not on the list, or by too many; as the mode says if not set
 * @param paging How much callers may ask for
 */
@ConfigurationProperties("mainstay.validation")
record PagingProperties(@Nullable Rung pageSize, @Nullable Rung negativePage, @Nullable Rung pageOffset,
		@Nullable Rung sortProperty, @DefaultValue Paging paging) {

	/**
	 * How much callers may ask for.
	 *
	 * @param maxSize Largest number of elements of a page
	 * @param maxOffset Largest number of elements before a page
	 * @param maxSorts Largest number of properties to sort by
	 */
	record Paging(@DefaultValue("100") int maxSize, @DefaultValue("10000") long maxOffset,
			@DefaultValue("10") int maxSorts) {

		private static final String PREFIX = "mainstay.validation.paging.";

		Paging {
			InvalidPropertyException.check(maxSize > 0, PREFIX + "max-size", maxSize, "a page holds at least 1 element",
					"Set a number above zero, or mainstay.validation.page-size=off");
			InvalidPropertyException.check(maxOffset >= 0, PREFIX + "max-offset", maxOffset, "it is negative",
					"Set a number from 0, or mainstay.validation.page-offset=off");
			InvalidPropertyException.check(maxSorts > 0, PREFIX + "max-sorts", maxSorts, "nothing could be sorted",
					"Set a number above zero, or mainstay.validation.sort-property=off");
		}

	}

}
