package dev.mainstay.core.validation.paging;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.mode.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Pageable;

/**
 * A parameter of a handler, with everything that is the same for each request.
 */
record GuardedParameter(String subject, PagingNames names, AllowedSort allowed, PagingRules rules,
		PagingLimits limits) {

	static GuardedParameter of(MethodParameter parameter, PagingNames names, PagingRules rules, PagingLimits limits) {
		String subject = parameter.getContainingClass().getSimpleName() + "#" + parameter.getExecutable().getName();
		return new GuardedParameter(subject, names, AllowedSort.of(parameter, names.defaultSort()), rules, limits);
	}

	void lookAtInput(PagingInput input, List<Finding> findings) {
		if (input.size() != null && this.rules.size().isActive()) {
			lookAtSize(input.size(), findings);
		}
		if (input.page() != null && this.rules.number().isActive()) {
			lookAtNumber(input.page(), findings);
		}
		if (this.rules.sort().isActive() && (!input.isReadable() || input.hasNameOfDots())) {
			add(this.rules.sort(), this.names.sort(), this.allowed.told(), input.isReadable(), findings);
		}
	}

	private void lookAtSize(String sent, List<Finding> findings) {
		Integer size = PagingInput.number(sent);
		if (size == null || size < 1 || size > this.limits.size()) {
			add(this.rules.size(), this.names.size(),
					new Hint("The value has to be a whole number from 1 to " + this.limits.size() + ".",
							Map.of("min", 1, "max", this.limits.size())),
					PagingInput.isNumber(sent), findings);
		}
	}

	/**
	 * That the first page is asked for as number 0 where pages are counted from 1 is
	 * common, and harms nobody.
	 */
	private void lookAtNumber(String sent, List<Finding> findings) {
		Integer number = PagingInput.number(sent);
		if (number == null || number < 0) {
			add(this.rules.number(), this.names.page(),
					new Hint("The value has to be a whole number from " + this.names.firstPage() + ".",
							Map.of("min", this.names.firstPage())),
					PagingInput.isNumber(sent), findings);
		}
	}

	void lookAtArgument(PagingInput input, @Nullable Object argument, List<Finding> findings) {
		if (input.page() != null && this.rules.offset().isActive() && argument instanceof Pageable pageable
				&& pageable.isPaged() && pageable.getOffset() > this.limits.offset()) {
			add(this.rules.offset(), this.names.page(),
					new Hint("The page begins behind the first " + this.limits.offset() + " elements.",
							Map.of("maxOffset", this.limits.offset())),
					true, findings);
		}
		if (input.sort() != null && this.rules.sort().isActive()) {
			lookAtSort(PagingNames.properties(argument), findings);
		}
	}

	/** One entry for the parameter, however many of its names are wrong. */
	private void lookAtSort(List<String> properties, List<Finding> findings) {
		Rule rule = this.rules.sort();
		if (findings.stream().anyMatch((finding) -> finding.rule() == rule)) {
			return;
		}
		if (properties.size() > this.limits.sorts()) {
			add(rule, this.names.sort(),
					new Hint("The result can be sorted by at most " + this.limits.sorts() + " properties.",
							Map.of("max", this.limits.sorts())),
					true, findings);
		}
		else if (!properties.stream().allMatch(this.allowed::allows)) {
			add(rule, this.names.sort(), this.allowed.told(), true, findings);
		}
	}

	private static void add(Rule rule, @Nullable String parameter, Hint hint, boolean readable,
			List<Finding> findings) {
		if (parameter != null) {
			findings.add(Finding.of(rule, parameter, hint, readable));
		}
	}

}
