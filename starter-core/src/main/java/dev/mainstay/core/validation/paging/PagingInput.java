package dev.mainstay.core.validation.paging;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What a caller sent.
 *
 * @param page the number of the page, {@code null} if none was sent
 * @param size the size of the page, {@code null} if none was sent
 * @param sort the order, {@code null} if none was sent
 */
record PagingInput(@Nullable String page, @Nullable String size, String @Nullable [] sort) {

	private static final PagingInput EMPTY = new PagingInput(null, null, null);

	static PagingInput of(PagingNames names, PagingRequest request) {
		String page = first(names.page(), request);
		String size = first(names.size(), request);
		String[] sort = (names.sort() != null) ? request.values(names.sort()) : null;
		boolean sorted = sort != null && hasText(sort);
		return (page == null && size == null && !sorted) ? EMPTY : new PagingInput(page, size, sorted ? sort : null);
	}

	private static @Nullable String first(@Nullable String name, PagingRequest request) {
		String[] values = (name != null) ? request.values(name) : null;
		return (values != null && values.length > 0 && StringUtils.hasText(values[0])) ? values[0] : null;
	}

	private static boolean hasText(String[] values) {
		for (String value : values) {
			if (StringUtils.hasText(value)) {
				return true;
			}
		}
		return false;
	}

	boolean isEmpty() {
		return this == EMPTY;
	}

	/** The framework decodes an order once more, and fails where it cannot. */
	boolean isReadable() {
		for (String value : (this.sort != null) ? this.sort : new String[0]) {
			if (value != null && value.indexOf('%') >= 0 && !isDecodable(value)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDecodable(String value) {
		try {
			StringUtils.uriDecode(value, StandardCharsets.UTF_8);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** The framework drops such names without a word. */
	boolean hasNameOfDots() {
		for (String value : (this.sort != null) ? this.sort : new String[0]) {
			for (String name : (value != null) ? value.split(",") : new String[0]) {
				if (StringUtils.hasText(name) && !StringUtils.hasText(name.replace('.', ' '))) {
					return true;
				}
			}
		}
		return false;
	}

	static boolean isNumber(String text) {
		int start = (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
		return text.length() > start && text.chars().skip(start).allMatch((c) -> c >= '0' && c <= '9');
	}

	/**
	 * A number as the framework reads it.
	 * @return the number; {@code null} if it is none, or none that the framework takes
	 */
	static @Nullable Integer number(String text) {
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
