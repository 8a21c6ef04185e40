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
		return (attribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange) ? exchange : null;
	}

	/**
	 * Whether an event of a type was told of the request.
	 * @param type the type
	 * @return whether it was; {@code false} if the thread works for no request
	 */
	public static boolean hasTold(SecurityEventType type) {
		return attribute(TOLD + type) != null;
	}

	/**
	 * The name of the request attribute that says whether an event of a type was told of
	 * a request.
	 * @param type the type
	 * @return the name
	 */
	public static String attributeOf(SecurityEventType type) {
		return TOLD + type;
	}

	/** Note that an event of a type is told of the request. */
	static void told(SecurityEventType type) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		try {
			if (attributes != null) {
				attributes.setAttribute(TOLD + type, Boolean.TRUE, RequestAttributes.SCOPE_REQUEST);
			}
		}
		catch (IllegalStateException ex) {
			// It has ended, and nothing is told of it any more.
			return;
		}
	}

	/** A thread may be handed a request that ends before the thread is done. */
	private static @Nullable Object attribute(String name) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		try {
			return (attributes != null) ? attributes.getAttribute(name, RequestAttributes.SCOPE_REQUEST) : null;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
