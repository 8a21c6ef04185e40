package dev.mainstay.security.event.authentication.servlet;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.CurrentRequest;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.SecurityEventType;
import dev.mainstay.security.event.authentication.Caller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells of callers to whom a handler denies something, or method security, which has no
 * event for it unless the application asks for one. Must be inside of Spring Security's
 * filter. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeniedRequestFilter implements Filter {

	private static final String PASSED = DeniedRequestFilter.class.getName() + ".passed";

	/** What has told of a 403 by itself. */
	private static final Set<SecurityEventType> REFUSALS = EnumSet.of(SecurityEventType.AUTHZ_FAIL,
			SecurityEventType.MALICIOUS_CSRF, SecurityEventType.MALICIOUS_CORS);

	private final SecurityEventPublisher events;

	/**
	 * Create the filter.
	 * @param events publishes the events
	 */
	public DeniedRequestFilter(SecurityEventPublisher events) {
		this.events = events;
	}

	/** Whether Spring Security let the request through. */
	static boolean isPassed(ServletRequest request) {
		return request.getAttribute(PASSED) != null;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		request.setAttribute(PASSED, Boolean.TRUE);
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (isDenial(ex)) {
				this.events.publish(() -> denied(request, "access-denied"));
			}
			throw ex;
		}
		if (response instanceof HttpServletResponse answer && answer.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
			this.events.publish(() -> denied(request, "forbidden"));
		}
	}

	private static boolean isDenial(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof ServletException wrapper && wrapper.getRootCause() != null) {
			cause = wrapper.getRootCause();
		}
		return cause instanceof AccessDeniedException;
	}

	private static @Nullable SecurityEvent denied(ServletRequest request, String reason) {
		Caller caller = new Caller(SecurityContextHolder.getContext().getAuthentication());
		return (caller.isSomebody() && !isTold(request)) ? caller.denied(reason, exchange(request)) : null;
	}

	private static boolean isTold(ServletRequest request) {
		return REFUSALS.stream().anyMatch((type) -> request.getAttribute(CurrentRequest.attributeOf(type)) != null);
	}

	static @Nullable RequestExchange exchange(ServletRequest request) {
		return (request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange) ? exchange : null;
	}

}
