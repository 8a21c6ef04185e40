package dev.mainstay.core.hardening.input;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.util.ClassUtils;

/**
 * A handler should say which request methods it takes.
 */
final class UnrestrictedVerbsCheck implements HardeningCheck {

	private static final String ERRORS = "org.springframework.boot.webmvc.error.ErrorController";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-17", Group.INPUT, Severity.MEDIUM)
		.title("Handlers say which request methods they take")
		.why("""
				A handler that takes every method can be called by a link: a GET changes data, and the protection \
				against forged requests does not look at a GET.""")
		.source("ASVS 5.0 3.5.3, 4.1.4")
		.decides("""
				Looks for handlers whose mapping names no request method. Error controllers have to take all of \
				them. Not applicable without handlers.""")
		.fix("""
				@PostMapping("/orders")
				# instead of @RequestMapping("/orders")""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedHandler> handlers = InspectedHandlers.of(application);
		if (handlers.isEmpty()) {
			return Verdict.notApplicable("no handlers");
		}
		return Verdict.of(Places.of(handlers.stream()
			.filter((handler) -> handler.verbs().isEmpty() && !answersErrors(handler))
			.map((handler) -> handler.name() + " takes every request method at "
					+ String.join(", ", handler.paths().stream().sorted().toList()))
			.toList()));
	}

	private static boolean answersErrors(InspectedHandler handler) {
		return handler.paths().contains("/error")
				|| ClassUtils.getAllInterfacesForClassAsSet(ClassUtils.getUserClass(handler.method().getBeanType()))
					.stream()
					.anyMatch((type) -> type.getName().equals(ERRORS));
	}

}
