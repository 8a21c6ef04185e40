package dev.mainstay.core.validation.internal;

import java.util.List;

import dev.mainstay.core.validation.MissingValid.Invalid;
import dev.mainstay.core.validation.MissingValid.Nested;

import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Validator;

/**
 * Validates what the framework would have validated, and what it would have if nothing
 * had been forgotten on the way.
 *
 * @since 0.1.0
 */
public final class NestedErrors {

	private NestedErrors() {
	}

	/**
	 * Validate with everything that the application registered.
	 * @param binder the binder of the value that is not valid
	 * @param invalid what is not valid
	 * @return the result of the binder, with what is nested at its place
	 */
	public static BindingResult of(DataBinder binder, Invalid invalid) {
		binder.validate();
		BindingResult result = binder.getBindingResult();
		for (Nested nested : invalid.nested()) {
			result.pushNestedPath(nested.path());
			try {
				validate(binder.getValidators(), nested.value(), result);
			}
			finally {
				result.popNestedPath();
			}
		}
		return result;
	}

	private static void validate(List<Validator> validators, Object value, BindingResult result) {
		for (Validator validator : validators) {
			if (validator.supports(value.getClass())) {
				validator.validate(value, result);
			}
		}
	}

}
