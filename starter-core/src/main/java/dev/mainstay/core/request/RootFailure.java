package dev.mainstay.core.request;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the failure that containers and futures wrap.
 *
 * @since 0.1.0
 */
public final class RootFailure {

	/** By name, because the servlet API is optional. */
	private static final Set<String> WRAPPERS = Set.of("jakarta.servlet.ServletException",
			"java.util.concurrent.CompletionException", "java.util.concurrent.ExecutionException",
			"org.springframework.web.util.NestedServletException", "java.lang.reflect.InvocationTargetException");

	private RootFailure() {
	}

	/**
	 * Take off what containers and futures wrap a failure in. Exceptions that the
	 * application itself nested are left as they are.
	 * @param failure the failure
	 * @return the failure as it was thrown
	 */
	public static Throwable unwrap(Throwable failure) {
		Throwable result = failure;
		Throwable cause = result.getCause();
		while (cause != null && cause != result && WRAPPERS.contains(result.getClass().getName())) {
			result = cause;
			cause = result.getCause();
		}
		return result;
	}

	/**
	 * The innermost cause, by whose identity a failure is recognised wherever it shows
	 * up.
	 * @param failure the failure, may be {@code null}
	 * @return the innermost cause, or {@code null}
	 */
	public static @Nullable Throwable rootCause(@Nullable Throwable failure) {
		Throwable result = failure;
		for (int depth = 0; result != null && result.getCause() != null && depth < 100; depth++) {
			result = result.getCause();
		}
		return result;
	}

}
