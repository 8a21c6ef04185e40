package dev.mainstay.core.validation.paging;

import java.util.Map;

/**
 * What a caller is told so that the next request is a good one.
 *
 * @param detail for people
 * @param params the same for programs, empty if there is nothing to tell
 */
record Hint(String detail, Map<String, Object> params) {

	static Hint of(String detail) {
		return new Hint(detail, Map.of());
	}

}
