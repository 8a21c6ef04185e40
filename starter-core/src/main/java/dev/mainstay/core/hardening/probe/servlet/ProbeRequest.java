package dev.mainstay.core.hardening.probe.servlet;

import java.util.function.BiFunction;

import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeHandler;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A probe as it comes through the filters: to its path, and then perhaps to that of an
 * error page. For one thread.
 */
final class ProbeRequest extends HttpServletRequestWrapper {

	private final boolean pastSecurity;

	private final String prefix;

	private final BiFunction<ProbeRequest, String, RequestDispatcher> dispatchers;

	private DispatcherType dispatcherType = DispatcherType.REQUEST;

	private String path;

	private @Nullable HttpSession session;

	/**
	 * Create the request.
	 * @param probe the probe
	 * @param context the context of the servlets
	 * @param prefix the path of the servlet of Spring MVC, empty if it has all
	 * @param dispatchers hands the request on to another path
	 */
	ProbeRequest(Probe probe, ServletContext context, String prefix,
			BiFunction<ProbeRequest, String, RequestDispatcher> dispatchers) {
		super(new ProbeContent(probe, context));
		this.pastSecurity = probe.target().isPastSecurity();
		this.prefix = prefix;
		this.dispatchers = dispatchers;
		this.path = probe.path();
		String handler = probe.target().method();
		if (handler != null) {
			setAttribute(ProbeHandler.ATTRIBUTE, handler);
		}
	}

	boolean isPastSecurity() {
		return this.pastSecurity;
	}

	/** The path below that of the application. */
	String path() {
		return this.path;
	}

	/** Go on to another path, through the filters for that kind of dispatch. */
	void become(DispatcherType type, String path) {
		this.dispatcherType = type;
		this.path = path;
	}

	@Override
	public DispatcherType getDispatcherType() {
		return this.dispatcherType;
	}

	@Override
	public String getContextPath() {
		return getServletContext().getContextPath();
	}

	@Override
	public String getRequestURI() {
		return getContextPath() + this.path;
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer("https://localhost").append(getRequestURI());
	}

	private boolean isBelowPrefix() {
		return !this.prefix.isEmpty() && this.path.startsWith(this.prefix);
	}

	@Override
	public String getServletPath() {
		return isBelowPrefix() ? this.prefix : this.path;
	}

	@Override
	public @Nullable String getPathInfo() {
		return isBelowPrefix() ? this.path.substring(this.prefix.length()) : null;
	}

	@Override
	public HttpServletMapping getHttpServletMapping() {
		return isBelowPrefix() ? new PathOfServlet(this.prefix) : super.getHttpServletMapping();
	}

	@Override
	public RequestDispatcher getRequestDispatcher(String path) {
		return this.dispatchers.apply(this, path);
	}

	@Override
	public AsyncContext startAsync() {
		throw new IllegalStateException("A probe is not asynchronous");
	}

	@Override
	public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
		return startAsync();
	}

	@Override
	public HttpSession getSession() {
		if (this.session == null) {
			this.session = new ProbeSession(getServletContext());
		}
		return this.session;
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		return create ? getSession() : this.session;
	}

	@Override
	public String changeSessionId() {
		return getSession().getId();
	}

}
