package dev.mainstay.resilience.idempotency.servlet;

import java.security.Principal;
import java.util.Collections;
import java.util.List;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose keys they are: as the application says, else the principal's, else those of
 * whoever sends the same credentials. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServletCallers {

	private static final Logger logger = LoggerFactory.getLogger(ServletCallers.class);

	private final CallerHeaders headers;

	private final @Nullable CallerResolver resolver;

	/**
	 * Create it.
	 * @param headers tell callers without a principal apart
	 * @param resolver comes first, {@code null} if the application has none
	 */
	public ServletCallers(CallerHeaders headers, @Nullable CallerResolver resolver) {
		this.headers = headers;
		this.resolver = resolver;
	}

	/**
	 * The caller of a request; {@code null} if nobody can tell, because the application
	 * has failed to.
	 */
	@Nullable Caller of(HttpServletRequest request) {
		try {
			Caller caller = (this.resolver != null) ? this.resolver.resolve(request) : null;
			return (caller != null) ? caller : byDefault(request);
		}
		catch (RuntimeException ex) {
			logger.warn("The caller of a request with an idempotency key could not be resolved. It runs without "
					+ "protection.", ex);
			return null;
		}
	}

	private Caller byDefault(HttpServletRequest request) {
		Principal principal = request.getUserPrincipal();
		if (principal != null && principal.getName() != null) {
			return Caller.user(principal.getName());
		}
		String session = request.getRequestedSessionId();
		return this.headers.anonymous((name) -> Collections.list(request.getHeaders(name)),
				(session != null) ? List.of(session) : List.of());
	}

}
