package dev.mainstay.core.hardening.probe.servlet;

import dev.mainstay.core.hardening.probe.ProbeHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Does what Spring MVC does with a request, but calls no handler of the application,
 * except for that of its error page. What intercepts the handlers is called.
 */
final class ProbeServlet extends DispatcherServlet {

	private static final String REACHED = ProbeServlet.class.getName() + ".reached";

	private static final long serialVersionUID = 1L;

	private ProbeServlet(WebApplicationContext context) {
		super(context);
		setPublishEvents(false);
	}

	/** Without a life of its own in the container, which would tell of it in the log. */
	static ProbeServlet of(WebApplicationContext context) {
		ProbeServlet servlet = new ProbeServlet(context);
		servlet.onRefresh(context);
		return servlet;
	}

	static boolean isReached(HttpServletRequest request) {
		return request.getAttribute(REACHED) != null;
	}

	@Override
	protected @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
		String own = (String) request.getAttribute(ProbeHandler.ATTRIBUTE);
		if (own != null && request.getDispatcherType() == DispatcherType.REQUEST) {
			request.setAttribute(REACHED, true);
			return new HandlerExecutionChain(ProbeHandler.method(own));
		}
		return super.getHandler(request);
	}

	@Override
	protected HandlerAdapter getHandlerAdapter(Object handler) throws ServletException {
		HandlerAdapter adapter = super.getHandlerAdapter(handler);
		return isHarmless(handler) ? adapter : new StoppingAdapter(adapter);
	}

	private static boolean isHarmless(Object handler) {
		return handler instanceof ResourceHttpRequestHandler
				|| (handler instanceof HandlerMethod method && method.getBean() instanceof ProbeHandler);
	}

	/**
	 * Ends where the handler would be called.
	 *
	 * @param adapter calls the handler of the error page
	 */
	private record StoppingAdapter(HandlerAdapter adapter) implements HandlerAdapter {

		@Override
		public boolean supports(Object handler) {
			return true;
		}

		@Override
		public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
				throws Exception {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				return this.adapter.handle(request, response, handler);
			}
			request.setAttribute(REACHED, true);
			return null;
		}

	}

}
