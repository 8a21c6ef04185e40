package dev.mainstay.core.hardening.probe.servlet;

import java.util.Objects;

import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.ProbeExchange;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Does for a probe what a servlet container does for a request: calls the filters and the
 * servlet, and then the error page, if there was an error. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServletProber implements Prober {

	private static final int INTERNAL_SERVER_ERROR = 500;

	private final ServletContext context;

	private final ProbeFilters filters;

	private final ProbeErrorPages errorPages;

	private final ProbeServlet servlet;

	private final String path;

	/**
	 * Create the prober.
	 * @param context the context of an application on the servlet stack
	 * @param path the path of the servlet of Spring MVC, empty if it has all
	 */
	public ServletProber(ApplicationContext context, String path) {
		WebApplicationContext application = (WebApplicationContext) context;
		this.context = Objects.requireNonNull(application.getServletContext());
		this.filters = ProbeFilters.of(application, this.context);
		this.errorPages = ProbeErrorPages.of(application);
		this.servlet = ProbeServlet.of(application);
		this.path = path;
	}

	/**
	 * Whether an application is on the servlet stack, with one servlet of Spring MVC.
	 * What of several gets a request, or has a context of its own, cannot be told.
	 * @param context the context of an application
	 * @return whether it is
	 */
	public static boolean isFor(ApplicationContext context) {
		return context instanceof WebApplicationContext application && application.getServletContext() != null
				&& context.getBeanNamesForType(DispatcherServlet.class).length == 1;
	}

	@Override
	public ProbeAnswer ask(Probe probe) {
		ProbeRequest request = new ProbeRequest(probe, this.context, this.path,
				(from, to) -> new ProbeForward(from, to, this.filters, this.servlet));
		request.setAttribute(RequestExchange.ATTRIBUTE, ProbeExchange.begin(probe));
		CsrfToken.skip(request);
		ProbeResponse response = new ProbeResponse();
		Throwable failure = dispatch(request, response);
		if (failure != null) {
			response.fail(INTERNAL_SERVER_ERROR);
		}
		if (response.isFailed()) {
			showError(request, response, failure);
		}
		return response.answer(ProbeServlet.isReached(request));
	}

	/** A failure of the error page itself is answered by the container alone. */
	private void showError(ProbeRequest request, ProbeResponse response, @Nullable Throwable failure) {
		String page = this.errorPages.of(response.getStatus(), failure);
		if (page == null) {
			return;
		}
		response.resume();
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
		request.become(DispatcherType.ERROR, page);
		ProbeErrorPages.describe(request, response, failure);
		if (dispatch(request, response) != null) {
			response.fail(INTERNAL_SERVER_ERROR);
		}
	}

	private @Nullable Throwable dispatch(ProbeRequest request, ProbeResponse response) {
		try {
			this.filters.chain(request, this.servlet).doFilter(request, response);
			return null;
		}
		catch (ServletException ex) {
			return (ex.getRootCause() != null) ? ex.getRootCause() : ex;
		}
		catch (Exception | LinkageError | StackOverflowError ex) {
			return ex;
		}
	}

}
