package dev.mainstay.core.problem.servlet;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Keeps an upload from being read in the error dispatch where it was refused already, or
 * where its request was refused before anybody read it: it would be refused there, and
 * the answer would have no body. Must be registered for the dispatch {@code ERROR}.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class UnreadableUploadFilter implements Filter {

	/**
	 * Create the filter.
	 */
	public UnreadableUploadFilter() {
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean refused = request instanceof HttpServletRequest && (isUnreadable(request) || !isDispatched(request));
		chain.doFilter(refused ? new WithoutParts((HttpServletRequest) request) : request, response);
	}

	private static boolean isUnreadable(ServletRequest request) {
		return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof MultipartException
				&& request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
	}

	/** The server, or a filter, may have refused the request before any servlet. */
	private static boolean isDispatched(ServletRequest request) {
		return request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null;
	}

	/** Spring reads parts where it sees a type that has some. */
	private static final class WithoutParts extends HttpServletRequestWrapper {

		private WithoutParts(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getContentType() {
			String type = super.getContentType();
			return (type != null && type.regionMatches(true, 0, "multipart/", 0, 10)) ? null : type;
		}

	}

}
