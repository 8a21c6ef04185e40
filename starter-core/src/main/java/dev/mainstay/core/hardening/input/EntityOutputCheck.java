package dev.mainstay.core.hardening.input;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What is stored should not be what callers get.
 */
final class EntityOutputCheck implements HardeningCheck {

	private static final String VIEW = "com.fasterxml.jackson.annotation.JsonView";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-05", Group.INPUT, Severity.MEDIUM)
		.title("No handler answers with an entity")
		.why("""
				Each column that is added later is told to every caller, and each relation is loaded while the \
				answer is written.""")
		.source("ASVS 5.0 15.3.1; OWASP API3:2023")
		.decides("""
				Looks for JPA entities, and for documents and tables of Spring Data, in what handlers return as a \
				body, also within lists, pages and promises. A handler with a @JsonView chooses what it tells. Not \
				applicable without handlers.""")
		.fix("""
				record OrderView(long id, String product) {}
				OrderView order(@PathVariable long id)""");

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
		Entities entities = Entities.of(application);
		return Verdict.of(Places.of(handlers.stream().flatMap((handler) -> place(handler, entities)).toList()));
	}

	private static Stream<String> place(InspectedHandler handler, Entities entities) {
		HandlerMethod method = handler.method();
		if (!writesBody(method) || AnnotatedElementUtils.isAnnotated(method.getMethod(), VIEW)) {
			return Stream.empty();
		}
		return StoredContent.find(ResolvableType.forMethodParameter(method.getReturnType()), entities)
			.map((type) -> handler.name() + " answers with the entity " + type.getSimpleName())
			.stream();
	}

	private static boolean writesBody(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
				|| method.hasMethodAnnotation(ResponseBody.class)
				|| HttpEntity.class.isAssignableFrom(method.getMethod().getReturnType())
				|| HttpEntity.class.isAssignableFrom(promised(method));
	}

	private static Class<?> promised(HandlerMethod method) {
		return ResolvableType.forMethodReturnType(method.getMethod()).getGeneric().toClass();
	}

}
