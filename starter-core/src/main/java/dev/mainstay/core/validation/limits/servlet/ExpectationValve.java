package dev.mainstay.core.validation.limits.servlet;

import java.io.IOException;

import dev.mainstay.core.validation.limits.BodyLimits;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Keeps Tomcat from inviting the body of a request that is about to be refused: it would
 * send {@code 100 Continue} before the first filter is called. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ExpectationValve extends ValveBase {

	private final BodyLimits limits;

	/**
	 * Create the valve.
	 * @param limits the limits
	 */
	public ExpectationValve(BodyLimits limits) {
		super(true);
		this.limits = limits;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.getCoyoteRequest().hasExpectation() && !response.isError() && isRefused(request)) {
			request.getCoyoteRequest().setExpectation(false);
			try {
				getNext().invoke(request, response);
			}
			finally {
				// Tomcat would else wait for a body that the client need not send.
				request.getCoyoteRequest().setExpectation(response.isCommitted());
			}
		}
		else {
			getNext().invoke(request, response);
		}
	}

	/** Not asked about a request that Tomcat refused: its length may be what is wrong. */
	private boolean isRefused(Request request) {
		return !BodyLimitFilter.isForm(request, "multipart/form-data")
				&& !BodyLimitFilter.isForm(request, "application/x-www-form-urlencoded")
				&& this.limits.refuses(() -> RequestPaths.withinApplication(request), request.getContentLengthLong());
	}

}
