package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;

/**
 * A parameter of a handler that is read from a body, or bound from a form.
 *
 * @param handler the handler
 * @param parameter the parameter
 * @param form whether it is bound from a form
 */
record RequestInput(InspectedHandler handler, MethodParameter parameter, boolean form) {

	private static final String ADAPTER = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter";

	static List<RequestInput> of(InspectedApplication application) {
		return InspectedHandlers.of(application)
			.stream()
			.flatMap((handler) -> Arrays.stream(handler.method().getMethodParameters())
				.flatMap((parameter) -> of(handler, parameter, application)))
			.toList();
	}

	private static Stream<RequestInput> of(InspectedHandler handler, MethodParameter parameter,
			InspectedApplication application) {
		boolean body = parameter.hasParameterAnnotation(RequestBody.class)
				|| parameter.hasParameterAnnotation(RequestPart.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType());
		boolean form = !body && isForm(parameter, application);
		return (body || form) ? Stream.of(new RequestInput(handler, parameter, form)) : Stream.empty();
	}

	private static boolean isForm(MethodParameter parameter, InspectedApplication application) {
		ModelAttribute attribute = parameter.getParameterAnnotation(ModelAttribute.class);
		if (attribute != null) {
			return attribute.binding();
		}
		return application.hasClass(ADAPTER) && ServletForms.binds(application, parameter);
	}

	/** Whether nothing but reading is done with it, by the request methods. */
	boolean isOnlyRead() {
		return !this.handler.verbs().isEmpty() && this.handler.verbs().stream().allMatch(RequestInput::isSafe);
	}

	private static boolean isSafe(String verb) {
		return verb.equals("GET") || verb.equals("HEAD");
	}

}
