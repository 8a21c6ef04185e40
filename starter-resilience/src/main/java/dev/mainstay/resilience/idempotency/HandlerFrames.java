package dev.mainstay.resilience.idempotency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells by the frames of a stack whether it was the application's handler that did
 * something. Asked only when something has failed or has read a key. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HandlerFrames {

	/** Nothing but a functional handler is called by these. */
	private static final Set<String> FUNCTION_ADAPTERS = Set.of(
			"org.springframework.web.servlet.function.support.HandlerFunctionAdapter",
			"org.springframework.web.reactive.function.server.support.HandlerFunctionAdapter");

	private final List<String> classes = new ArrayList<>();

	/**
	 * Create it.
	 * @param handler the handler that was chosen for a request, {@code null} if none was
	 */
	public HandlerFrames(@Nullable Object handler) {
		if (handler instanceof HandlerMethod method) {
			Class<?> type = ClassUtils.getUserClass(method.getBeanType());
			for (Class<?> some = type; some != null && some != Object.class; some = some.getSuperclass()) {
				this.classes.add(some.getName());
			}
		}
	}

	/**
	 * Whether the current thread is working for the handler.
	 * @return whether a frame of it is on the stack
	 */
	public boolean areOnThisThread() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName).anyMatch(this::include));
	}

	/**
	 * Whether a failure came out of the handler.
	 * @param failure the failure
	 * @return whether a frame of the handler is on its trace
	 */
	public boolean areIn(Throwable failure) {
		return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName).anyMatch(this::include);
	}

	/** Lambdas, anonymous classes and proxies begin with the name of their class. */
	private boolean include(String frame) {
		return FUNCTION_ADAPTERS.contains(frame) || this.classes.stream()
			.anyMatch((type) -> frame.equals(type) || (frame.startsWith(type) && frame.charAt(type.length()) == '$'));
	}

}
