package dev.mainstay.resilience.idempotency;

import java.util.Arrays;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds out whether a handler of the application asks for the key.
 *
 * @since 0.1.0
 */
public final class KeyParameters {

	private KeyParameters() {
	}

	/**
	 * Whether a handler has a parameter for the header.
	 * @param handler the handler
	 * @return whether one of its parameters is a {@link RequestHeader} of that name
	 */
	public static boolean isDeclaredBy(HandlerMethod handler) {
		return Arrays.stream(handler.getMethodParameters()).anyMatch(KeyParameters::isKey);
	}

	private static boolean isKey(MethodParameter parameter) {
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		return header != null && IdempotencyHeaders.KEY.equalsIgnoreCase(header.name());
	}

}
