package dev.mainstay.resilience.idempotency.servlet;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
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
			HttpRequestMethodNotSupportedException.class, HttpMediaTypeException.class, NoHandlerFoundException.class,
			NoResourceFoundException.class, UnreadableFormException.class);

	private RefusedEarly() {
	}

	/**
	 * Test a request at the end of the dispatch that answered it, before that of an error
	 * page.
	 */
	static boolean test(HttpServletRequest request, int status) {
		Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
		if (failure == null) {
			failure = request.getAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE);
		}
		return (failure != null && isEarly(failure)) || (status >= 400 && !reachedHandler(request));
	}

	static boolean isEarly(Object failure) {
		return FAILURES.stream().anyMatch((type) -> type.isInstance(failure));
	}

	/** Of a servlet that is not Spring's nothing is known, and its word is taken. */
	private static boolean reachedHandler(HttpServletRequest request) {
		return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null
				|| !"dispatcherServlet".equals(request.getHttpServletMapping().getServletName());
	}

}
