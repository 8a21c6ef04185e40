package dev.mainstay.resilience.idempotency.servlet;

import java.util.Arrays;
import java.util.List;

import dev.mainstay.resilience.idempotency.HandlerFrames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.WebUtils;

/**
 * Tells whether a request was refused before its handler was called. Such a request had
 * no effect, and the caller may send it again in a better form with the same key.
 */
final class RefusedEarly {

	/** What Spring MVC fails with while it looks for a handler and its arguments. */
	private static final List<Class<? extends Exception>> FAILURES = List.of(BindException.class,
			HandlerMethodValidationException.class, HttpMessageNotReadableException.class,
			ServletRequestBindingException.class, TypeMismatchException.class, ConversionException.class,
			MultipartException.class, MissingServletRequestPartException.class,
			HttpRequestMethodNotSupportedException.class, HttpMediaTypeNotSupportedException.class,
			NoHandlerFoundException.class, NoResourceFoundException.class, UnreadableFormException.class);

	private RefusedEarly() {
	}

	/**
	 * Test a request at the end of the dispatch that answered it, before that of an error
	 * page.
	 */
	static boolean test(HttpServletRequest request, int status) {
		return (failureOf(request) instanceof Throwable failure && isEarly(request, failure))
				|| (status >= 400 && !reachedHandler(request));
	}

	private static @Nullable Object failureOf(HttpServletRequest request) {
		Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
		return (failure != null) ? failure : request.getAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE);
	}

	/** Test a request that ends with an exception. */
	static boolean test(HttpServletRequest request, Throwable failure) {
		return isEarly(request, failure) || !reachedHandler(request);
	}

	/**
	 * Test a failure. The application's own code may well fail with one of these types,
	 * after it had its effect; so what counts is that Spring MVC has failed on the thread
	 * of the request and that the handler is not on the trace.
	 */
	private static boolean isEarly(HttpServletRequest request, Throwable failure) {
		return FAILURES.stream().anyMatch((type) -> type.isInstance(failure)) && !concernsResult(failure)
				&& request.getDispatcherType() != DispatcherType.ASYNC && isOfDispatcher(failure)
				&& !frames(request).areIn(failure);
	}

	/**
	 * Whether the handler had returned, and its result could not be written or was not
	 * valid.
	 */
	static boolean isRefusedLate(HttpServletRequest request) {
		return failureOf(request) instanceof Throwable failure && isLate(request, failure);
	}

	static boolean isLate(HttpServletRequest request, Throwable failure) {
		return (failure instanceof HttpMessageNotWritableException || concernsResult(failure))
				&& isOfDispatcher(failure) && !frames(request).areIn(failure);
	}

	private static HandlerFrames frames(HttpServletRequest request) {
		return new HandlerFrames(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE));
	}

	private static boolean concernsResult(Throwable failure) {
		return failure instanceof HandlerMethodValidationException invalid && invalid.isForReturnValue();
	}

	private static boolean isOfDispatcher(Throwable failure) {
		return Arrays.stream(failure.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(DispatcherServlet.class.getName()));
	}

	/** Of a servlet that is not Spring's nothing is known, and its word is taken. */
	private static boolean reachedHandler(HttpServletRequest request) {
		return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null
				|| !"dispatcherServlet".equals(request.getHttpServletMapping().getServletName());
	}

}
