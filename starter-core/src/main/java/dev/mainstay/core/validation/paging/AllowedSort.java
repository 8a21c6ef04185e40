package dev.mainstay.core.validation.paging;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.mainstay.core.validation.SortableBy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What callers may sort by at a handler.
 *
 * @param names the properties, {@code null} if they cannot be told
 * @param defaults what the handler itself sorts by when the caller does not say
 */
record AllowedSort(@Nullable Set<String> names, List<String> defaults) {

	private static final Logger logger = LoggerFactory.getLogger(AllowedSort.class);

	/** An answer tells so many; a type may have hundreds. */
	private static final int MAX_TOLD = 30;

	static AllowedSort of(MethodParameter parameter, List<String> defaults) {
		SortableBy declared = parameter.getParameterAnnotation(SortableBy.class);
		if (declared == null && parameter.getMethod() != null) {
			declared = AnnotatedElementUtils.findMergedAnnotation(parameter.getMethod(), SortableBy.class);
		}
		if (declared != null) {
			return new AllowedSort(new LinkedHashSet<>(Arrays.asList(declared.value())), defaults);
		}
		return new AllowedSort(derived(parameter), defaults);
	}

	private static @Nullable Set<String> derived(MethodParameter parameter) {
		if (parameter.getMethod() == null) {
			return null;
		}
		try {
			Class<?> element = ElementTypes
				.find(ResolvableType.forMethodReturnType(parameter.getMethod(), parameter.getContainingClass()));
			Set<String> names = (element != null) ? SortableProperties.of(element) : Set.of();
			return names.isEmpty() ? null : names;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("What {} answers with cannot be told", parameter.getMethod(), ex);
			return null;
		}
	}

	boolean allows(String property) {
		if (this.defaults.contains(property)) {
			return true;
		}
		return (this.names != null) ? this.names.contains(property)
				: isPath(property) && !SecretNames.isSecret(property);
	}

	/** Names joined by dots: no store has a property that looks different. */
	private static boolean isPath(String property) {
		boolean start = true;
		for (int i = 0; i < property.length(); i++) {
			char c = property.charAt(i);
			boolean dot = c == '.';
			if (dot ? start : !(Character.isJavaIdentifierPart(c) || (c == '-' && !start))) {
				return false;
			}
			start = dot;
		}
		return !start;
	}

	Hint told() {
		if (this.names == null) {
			return Hint.of("The result cannot be sorted by this.");
		}
		if (this.names.isEmpty()) {
			return Hint.of("The result cannot be sorted.");
		}
		List<String> told = this.names.stream().limit(MAX_TOLD).toList();
		String detail = "The result can be sorted by " + String.join(", ", told)
				+ ((told.size() < this.names.size()) ? " and others." : ".");
		return new Hint(detail, Map.of("allowed", told));
	}

}
