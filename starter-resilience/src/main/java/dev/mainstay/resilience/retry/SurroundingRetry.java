package dev.mainstay.resilience.retry;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;

import org.springframework.http.client.ClientHttpRequestInterceptor;

/**
 * Finds out whether somebody around the current call already retries, by looking at who
 * called: a retry annotation, a retry template, or an interceptor that is named for it.
 * Retries that surround each other multiply. Walking the stack takes microseconds and is
 * done only when a call has failed.
 */
final class SurroundingRetry {

	private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

	private static final List<String> LIBRARIES = List.of("org.springframework.core.retry.",
			"org.springframework.resilience.retry.", "org.springframework.retry.", "io.github.resilience4j.retry.",
			"dev.failsafe.", "io.smallrye.faulttolerance.");

	private SurroundingRetry() {
	}

	static boolean isPresent() {
		return WALKER.walk((frames) -> frames.map(StackFrame::getDeclaringClass).anyMatch(SurroundingRetry::retries));
	}

	private static boolean retries(Class<?> caller) {
		return LIBRARIES.stream().anyMatch(caller.getName()::startsWith)
				|| (ClientHttpRequestInterceptor.class.isAssignableFrom(caller)
						&& caller.getSimpleName().contains("Retry"));
	}

}
