package dev.mainstay.core.validation.limits.servlet;

import java.io.IOException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.BodyMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a body that says that it is too large, and has any other measured while it is
 * read. Must be registered for the dispatches {@code REQUEST} and {@code ASYNC}, outside
 * of everything that reads. A multipart form is left to the limits of the container where
 * that takes it apart, and so is the length that another form declares. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BodyLimitFilter implements Filter {

	private static final String METER = BodyMeter.class.getName();

	private final BodyLimits limits;

	private final ServletProblemWriter writer;

	private final long parsed;

	/**
	 * Create the filter.
	 * @param limits the limits
	 * @param writer answers in the place of the application
	 * @param parsed how large a multipart body the application takes apart, in bytes: 0
	 * if it takes none apart, {@link BodyLimits#NONE} for any size
	 */
	public BodyLimitFilter(BodyLimits limits, ServletProblemWriter writer, long parsed) {
		this.limits = limits;
		this.writer = writer;
		this.parsed = parsed;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse) {
			filter(http, httpResponse, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getDispatcherType() == DispatcherType.ASYNC) {
			boolean lost = request.getAttribute(METER) != null
					&& WebUtils.getNativeRequest(request, MeasuredRequest.class) == null;
			chain.doFilter(lost ? new MeasuredRequest(request, (BodyMeter) request.getAttribute(METER)) : request,
					response);
		}
		else if (hasBody(request)) {
			if (isForm(request, "multipart/form-data")) {
				read(this.limits.meterOfParts(() -> RequestPaths.withinApplication(request), () -> route(request),
						this.parsed), request, response, chain);
			}
			else {
				measure(request, response, chain);
			}
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void measure(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding == null && ServerRequests.isOfServer(request)
				&& this.limits.settles(() -> RequestPaths.withinApplication(request), request.getContentLengthLong())) {
			chain.doFilter(request, response);
			return;
		}
		BodyMeter meter = this.limits.meter(() -> RequestPaths.withinApplication(request), () -> route(request));
		long length = isForm(request, "application/x-www-form-urlencoded") ? -1 : request.getContentLengthLong();
		Problem refusal = meter.refusal(length, encoding);
		if (refusal != null) {
			this.writer.write(request, response, closing(refusal, request));
			return;
		}
		read(meter, request, response, chain);
	}

	/** Parts are taken apart by the container, which reads past the wrapper. */
	private static void read(BodyMeter meter, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try {
			chain.doFilter(new MeasuredRequest(request, meter), response);
		}
		finally {
			meter.finish();
			remember(request, meter);
		}
	}

	/**
	 * A later dispatch may come with the request of the container. One that does not find
	 * a meter has a body that needs none.
	 */
	private static void remember(HttpServletRequest request, BodyMeter meter) {
		if (request.isAsyncStarted()) {
			request.setAttribute(METER, meter);
		}
	}

	/** What HTTP/1 does not announce is not there; HTTP/2 need not announce it. */
	static boolean hasBody(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		return length > 0 || (length < 0 && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
				|| !request.getProtocol().startsWith("HTTP/1")));
	}

	static boolean isForm(HttpServletRequest request, String type) {
		String contentType = request.getContentType();
		return contentType != null && contentType.regionMatches(true, 0, type, 0, type.length());
	}

	private static Problem closing(Problem refusal, HttpServletRequest request) {
		boolean connection = request.getProtocol().startsWith("HTTP/1") && refusal.status() == 413;
		return connection ? refusal.withHeader(HttpHeaders.CONNECTION, "close") : refusal;
	}

	private static String route(HttpServletRequest request) {
		String route = (request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange)
				? exchange.route() : null;
		return BodyLimits.subject(request.getMethod(), route);
	}

}
