package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What a caller sends should not be what is stored.
 */
final class EntityInputCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-04", Group.INPUT, Severity.HIGH)
		.title("No handler reads an entity from a request")
		.why("""
				A caller who sends a property that the form does not show sets it: the owner, the price, the role, \
				the id of another row.""")
		.source("ASVS 5.0 15.3.3; OWASP API3:2023")
		.decides("""
				Looks for JPA entities, and for documents and tables of Spring Data, among the bodies, parts and \
				forms of handlers. A form is left out where its controller has an @InitBinder, which may list the \
				fields, or where the handler only reads. Not applicable without handlers.""")
		.fix("""
				record CreateOrder(@NotBlank String product, @Min(1) int quantity) {}
				Order create(@Valid @RequestBody CreateOrder order)""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<RequestInput> read = RequestInput.of(application);
		if (read.isEmpty()) {
			return Verdict.notApplicable("no handler reads a body or a form");
		}
		Entities entities = Entities.of(application);
		return Verdict.of(Places.of(read.stream()
			.filter((input) -> !input.form() || !(input.isOnlyRead() || hasBinder(input)))
			.flatMap((input) -> place(input, entities))
			.toList()));
	}

	private static Stream<String> place(RequestInput input, Entities entities) {
		return StoredContent.find(ResolvableType.forMethodParameter(input.parameter()), entities)
			.map((type) -> input.handler().name() + " reads the entity " + type.getSimpleName())
			.stream();
	}

	private static boolean hasBinder(RequestInput input) {
		return Arrays.stream(ReflectionUtils.getAllDeclaredMethods(input.handler().method().getBeanType()))
			.anyMatch((method) -> AnnotatedElementUtils.hasAnnotation(method, InitBinder.class));
	}

}
