package dev.mainstay.core.validation.paging;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * How callers name what they ask for at one parameter of a handler. Properties, setters,
 * qualifiers and the application's own subclasses all have a say in that, so the resolver
 * is asked itself: once which parameters it looks at, and once what it makes of them.
 *
 * @param page the parameter with the number of the page, {@code null} if there is none
 * @param size the parameter with the size of the page, {@code null} if there is none
 * @param sort the parameter with the order, {@code null} if there is none
 * @param firstPage the number of the first page
 * @param defaultSort the properties that are sorted by when the caller does not say
 */
record PagingNames(@Nullable String page, @Nullable String size, @Nullable String sort, int firstPage,
		List<String> defaultSort) {

	static final PagingNames NONE = new PagingNames(null, null, null, 0, List.of());

	/** Odd, so that none is another one less one: page numbers may begin at one. */
	private static final int FIRST_VALUE = 3;

	static PagingNames find(PagingRequest request) {
		Set<String> asked = new LinkedHashSet<>();
		Object defaults = request.resolve((name) -> {
			asked.add(name);
			return null;
		});
		Map<String, Integer> values = new HashMap<>();
		asked.forEach((name) -> values.put(name, FIRST_VALUE + 2 * values.size()));
		Object resolved = request
			.resolve((name) -> values.containsKey(name) ? new String[] { String.valueOf(values.get(name)) } : null);
		return of(values, resolved, properties(defaults));
	}

	private static PagingNames of(Map<String, Integer> values, @Nullable Object resolved, List<String> defaultSort) {
		List<String> sorted = properties(resolved);
		String page = null;
		String size = null;
		String sort = null;
		int firstPage = 0;
		for (Map.Entry<String, Integer> each : values.entrySet()) {
			int value = each.getValue();
			if (resolved instanceof Pageable pageable && pageable.isPaged()) {
				boolean one = pageable.getPageNumber() == value - 1;
				page = (one || pageable.getPageNumber() == value) ? each.getKey() : page;
				firstPage = one ? 1 : firstPage;
				size = (pageable.getPageSize() == value) ? each.getKey() : size;
			}
			sort = sorted.contains(String.valueOf(value)) ? each.getKey() : sort;
		}
		return new PagingNames(page, size, sort, firstPage, defaultSort);
	}

	/** The properties that a resolved argument is sorted by. */
	static List<String> properties(@Nullable Object argument) {
		Sort sort = (argument instanceof Pageable pageable) ? pageable.getSort()
				: (argument instanceof Sort own) ? own : Sort.unsorted();
		return sort.isSorted() ? sort.stream().map(Sort.Order::getProperty).toList() : List.of();
	}

}
