package dev.mainstay.core.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.validation.Links.Plan;
import dev.mainstay.core.validation.MissingValid.Invalid;
import dev.mainstay.core.validation.MissingValid.Nested;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;

/**
 * Looks at one argument, or at its elements.
 *
 * @param asked whether the framework looks at them: what it rejects is not ours
 * @param enough how many that are not valid are enough
 */
record Roots(Validator validator, Links links, boolean asked, int enough) {

	List<Invalid> object(Object argument) {
		Invalid invalid = look(argument, null, null);
		return (invalid != null) ? List.of(invalid) : List.of();
	}

	List<Invalid> elements(Object argument) {
		List<Invalid> invalid = new ArrayList<>();
		if (argument instanceof Map<?, ?> map) {
			for (Map.Entry<?, ?> each : map.entrySet()) {
				add(look(each.getValue(), null, each.getKey()), invalid);
			}
			return invalid;
		}
		int index = 0;
		for (Object element : (argument instanceof Collection<?> elements) ? elements : array(argument)) {
			add(look(element, index++, null), invalid);
		}
		return invalid;
	}

	/** An argument may be one element of a stream. */
	private static List<?> array(Object argument) {
		return argument.getClass().isArray() ? Arrays.asList(ObjectUtils.toObjectArray(argument)) : List.of();
	}

	private void add(@Nullable Invalid each, List<Invalid> invalid) {
		if (each != null && invalid.size() < this.enough) {
			invalid.add(each);
		}
	}

	private @Nullable Invalid look(@Nullable Object value, @Nullable Integer index, @Nullable Object key) {
		if (value == null) {
			return null;
		}
		Plan plan = this.links.plan(value.getClass());
		List<Nested> nested = plan.forgotten().isEmpty() ? List.of()
				: new Walk(this.validator, this.links, this.enough).from(value);
		if (this.asked && nested.isEmpty()) {
			return null;
		}
		boolean valid = !plan.constrained() || this.validator.validate(value).isEmpty();
		boolean found = this.asked ? valid : (!valid || !nested.isEmpty());
		return found ? new Invalid(value, index, key, nested) : null;
	}

}
