package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.validation.MissingValid;
import dev.mainstay.core.validation.UnvalidatedInput;
import jakarta.validation.Validator;

import org.springframework.util.ClassUtils;

/**
 * Goes through what handlers read, where the application has something to validate with.
 * Links to Bean Validation.
 */
final class ConstrainedInput {

	private ConstrainedInput() {
	}

	/** What Mainstay rejects by itself is mended, wherever it looks. */
	static Verdict look(InspectedApplication application,
			BiFunction<UnvalidatedInput, RequestInput, Stream<String>> places) {
		List<Validator> validators = application.beans(Validator.class);
		if (validators.isEmpty()) {
			return Verdict.notApplicable("nothing to validate with");
		}
		UnvalidatedInput input = new UnvalidatedInput(validators.get(0));
		boolean enforced = Rungs.isEnforced(application, MissingValid.RULE);
		boolean reactive = application.declares("org.springframework.web.reactive.DispatcherHandler");
		return Verdict.of(Places.of(RequestInput.of(application)
			.stream()
			.filter((read) -> !enforced || (reactive && read.form()))
			.filter((read) -> !validatesItself(read))
			.flatMap((read) -> places.apply(input, read))
			.toList()));
	}

	/** Whoever has a validator at hand calls it. */
	private static boolean validatesItself(RequestInput read) {
		return Stream
			.<Class<?>>iterate(ClassUtils.getUserClass(read.handler().method().getBeanType()),
					(type) -> type != null && type != Object.class, Class::getSuperclass)
			.flatMap((type) -> Arrays.stream(type.getDeclaredFields()))
			.anyMatch((field) -> Validator.class.isAssignableFrom(field.getType())
					|| org.springframework.validation.Validator.class.isAssignableFrom(field.getType()));
	}

}
