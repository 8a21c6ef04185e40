package dev.mainstay.security.event;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The request that the current thread works for, which is known on the servlet stack.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class CurrentRequest {

	private static final String TOLD = CurrentRequest.class.getName() + ".told.";

	private CurrentRequest() {
	}

	/**
	 * What is known of the request.
	 * @return the exchange, {@code null} if the thread works for none
	 */
	public static @Nullable RequestExchange exchange() {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		return (attributes != null && attributes.getAttribute(RequestExchange.ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof RequestExchange exchange) ? exchange : null;
	}

	/**
	 * Whether an event of a type was told of the request.
	 * @param type the type
	 * @return whether it was; {@code false} if the thread works for no request
	 */
	public static boolean hasTold(SecurityEventType type) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		return attributes != null && attributes.getAttribute(TOLD + type, RequestAttributes.SCOPE_REQUEST) != null;
	}

	/** Note that an event of a type is told of the request. */
	static void told(SecurityEventType type) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		if (attributes != null) {
			attributes.setAttribute(TOLD + type, Boolean.TRUE, RequestAttributes.SCOPE_REQUEST);
		}
	}

}
