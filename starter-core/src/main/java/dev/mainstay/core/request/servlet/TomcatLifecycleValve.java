package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.RequestStart;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins an exchange when Tomcat has read the head of a request, and ends it when Tomcat
 * would write its access log, which it does once for every request that it answered. Must
 * be the first valve of the engine: the others may already replace the peer's address by
 * what a header says. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TomcatLifecycleValve extends ValveBase implements AccessLog {

	private static final Logger logger = LoggerFactory.getLogger(TomcatLifecycleValve.class);

	private final RequestLifecycle lifecycle;

	private final RequestOrigin origin;

	/**
	 * Create the valve.
	 * @param lifecycle the lifecycle
	 * @param origin whose requests come to this server unless they turn out to be
	 * somebody else's
	 */
	public TomcatLifecycleValve(RequestLifecycle lifecycle, RequestOrigin origin) {
		super(true);
		this.lifecycle = lifecycle;
		this.origin = origin;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (find(request) == null) {
			begin(request, response);
		}
		getNext().invoke(request, response);
	}

	private void begin(Request request, Response response) {
		try {
			if (response.isError()) {
				refusedByTomcat(request);
			}
			else {
				begin(request, this.origin).headerBytes(new TomcatHeaderBytes(response));
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot tell how a request began", ex);
		}
	}

	private @Nullable RequestExchange find(Request request) {
		return (RequestExchange) request.getCoyoteRequest().getAttribute(RequestExchange.ATTRIBUTE);
	}

	/**
	 * The connector's request keeps the exchange, since Tomcat may write its log twice,
	 * the second time after it has recycled the container's request. Applications see the
	 * attribute nevertheless.
	 */
	private RequestExchange begin(Request request, RequestOrigin origin) {
		Peer peer = Peer.of(request.getPeerAddr(), request.getLocalAddr(),
				new TomcatHeaderNames(request.getCoyoteRequest().getMimeHeaders()), (name) -> values(request, name));
		long began = request.getCoyoteRequest().getStartTimeNanos();
		RequestExchange exchange = this.lifecycle.begin(new RequestStart(request.getMethod(), request.getRequestURI(),
				peer, origin, (began != -1) ? began : System.nanoTime()));
		request.getCoyoteRequest().setAttribute(RequestExchange.ATTRIBUTE, exchange);
		return exchange;
	}

	/** Tomcat has a name without a value where it could not read the rest of the line. */
	private static List<String> values(Request request, String name) {
		List<String> values = Collections.list(request.getHeaders(name));
		values.removeIf(Objects::isNull);
		return values;
	}

	/** What Tomcat refuses comes here for the sake of its error page, or not at all. */
	private RequestExchange refusedByTomcat(Request request) {
		RequestExchange exchange = begin(request, RequestOrigin.CONTAINER);
		exchange.ending(RequestOutcome.REJECTED);
		return exchange;
	}

	@Override
	public void log(Request request, Response response, long time) {
		try {
			RequestExchange exchange = find(request);
			if (exchange != null) {
				TomcatEnd.end(exchange, request, response);
			}
			else if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
				RequestExchange refused = refusedByTomcat(request);
				UnreportedRefusal.answer(getContainer(), request, response);
				TomcatEnd.end(refused, request, response);
			}
			else if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
				TomcatEnd.end(begin(request, RequestOrigin.CONTAINER), request, response);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot tell how a request ended", ex);
		}
	}

	@Override
	public void setRequestAttributesEnabled(boolean requestAttributesEnabled) {
		// There is nothing to choose: the peer is the peer.
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

}
