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
 * Validation should reach what an object holds.
 */
final class NotCascadedCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-02", Group.INPUT, Severity.MEDIUM)
		.title("Validation reaches nested objects")
		.why("""
				@Valid on the parameter stops at the first object: the constraints of the ones that it holds are \
				checked only if their property has @Valid, too.""")
		.source("ASVS 5.0 2.2.1")
		.decides("""
				Follows the properties of what handlers read to types that have constraints, entities left out. A \
				handler that takes the errors, or whose class holds a validator, looks after it itself. Passes where \
				Mainstay enforces its rule. Not applicable without a Validator.""")
		.fix("""
				record Order(@Valid Address address, List<@Valid Item> items)
				# or, for all types at once
				mainstay.validation.missing-valid=enforce""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.hasClass("jakarta.validation.Validator")) {
			return Verdict.notApplicable("nothing to validate with");
		}
		Entities entities = Entities.of(application);
		return ConstrainedInput.look(application, (input, read) -> places(input, read, entities));
	}

	private static Stream<String> places(UnvalidatedInput input, RequestInput read, Entities entities) {
		return input.notCascaded(read.parameter(), entities::has)
			.stream()
			.map((property) -> property + " has no @Valid, read by " + read.handler().name());
	}

}
