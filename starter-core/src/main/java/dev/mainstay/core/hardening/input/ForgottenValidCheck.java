package dev.mainstay.core.hardening.input;

import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.validation.UnvalidatedInput;

/**
 * What a handler reads should be validated if somebody has written constraints for it.
 */
final class ForgottenValidCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-01", Group.INPUT, Severity.HIGH)
		.title("Constraints on what is read are checked")
		.why("""
				The constraints are written on the type, and nobody looks at them: without @Valid the handler takes \
				whatever comes.""")
		.source("ASVS 5.0 2.2.1, 2.2.2")
		.decides("""
				Looks at the bodies, parts and forms of all handlers whose type has constraints and whose parameter \
				asks for no validation. A handler that takes the errors, or whose class holds a validator, looks \
				after it itself. Passes where Mainstay enforces its rule. Not applicable without a Validator.""")
		.fix("""
				Order create(@Valid @RequestBody Order order)
				# or, for all handlers at once
				mainstay.validation.missing-valid=enforce""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return application.hasClass("jakarta.validation.Validator")
				? ConstrainedInput.look(application, ForgottenValidCheck::place)
				: Verdict.notApplicable("nothing to validate with");
	}

	private static Stream<String> place(UnvalidatedInput input, RequestInput read) {
		Class<?> type = input.forgotten(read.parameter());
		return Stream.ofNullable(type)
			.map((forgotten) -> read.handler().name() + " takes " + forgotten.getSimpleName() + " without @Valid");
	}

}
