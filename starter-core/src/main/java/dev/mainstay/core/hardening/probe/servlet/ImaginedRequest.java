package dev.mainstay.core.hardening.probe.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * A request from somewhere on the internet without headers, parameters or a session, that
 * nobody has sent. For one thread.
 *
 * @since 0.1.0
 */
public final class ImaginedRequest implements InvocationHandler {

	private final Map<String, @Nullable Object> answers = new HashMap<>();

	private final Map<Object, Object> attributes = new HashMap<>();

	private ImaginedRequest(String verb, String path, @Nullable ServletContext context) {
		this.answers.put("getServletContext", context);
		this.answers.put("getMethod", verb);
		this.answers.put("getRequestURI", path);
		this.answers.put("getServletPath", path);
		this.answers.put("getRequestURL", new StringBuffer("https://localhost" + path));
		this.answers.put("getContextPath", "");
		this.answers.put("getDispatcherType", DispatcherType.REQUEST);
		this.answers.put("getScheme", "https");
		this.answers.put("getProtocol", "HTTP/1.1");
		this.answers.put("getServerName", "localhost");
		this.answers.put("getServerPort", 443);
		this.answers.put("getRemoteAddr", "203.0.113.7");
		this.answers.put("getRemoteHost", "203.0.113.7");
		this.answers.put("getParameterMap", Map.of());
		this.answers.put("getHttpServletMapping", new DefaultServlet());
	}

	/**
	 * Imagine a request.
	 * @param verb the request method
	 * @param path the path
	 * @param context the context of the servlets, {@code null} if it is not known
	 * @return the request
	 */
	public static HttpServletRequest of(String verb, String path, @Nullable ServletContext context) {
		return (HttpServletRequest) Proxy.newProxyInstance(HttpServletRequest.class.getClassLoader(),
				new Class<?>[] { HttpServletRequest.class }, new ImaginedRequest(verb, path, context));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
		String name = method.getName();
		if (arguments != null && name.equals("setAttribute")) {
			return this.attributes.put(arguments[0], arguments[1]);
		}
		if (arguments != null && name.equals("getAttribute")) {
			return this.attributes.get(arguments[0]);
		}
		if (arguments != null && name.equals("removeAttribute")) {
			return this.attributes.remove(arguments[0]);
		}
		return this.answers.containsKey(name) ? this.answers.get(name) : nothing(proxy, method, arguments);
	}

	private static @Nullable Object nothing(Object proxy, Method method, Object @Nullable [] arguments) {
		return switch (method.getReturnType().getSimpleName()) {
			case "boolean" -> method.getName().equals("isSecure")
					|| (method.getName().equals("equals") && arguments != null && proxy == arguments[0]);
			case "int" -> method.getName().equals("hashCode") ? System.identityHashCode(proxy) : -1;
			case "long" -> -1L;
			case "Enumeration" -> Collections.emptyEnumeration();
			case "String" -> method.getName().equals("toString") ? "an imagined request" : null;
			default -> null;
		};
	}

	/** The mapping of the servlet that takes everything. */
	private static final class DefaultServlet implements HttpServletMapping {

		@Override
		public String getMatchValue() {
			return "";
		}

		@Override
		public String getPattern() {
			return "/";
		}

		@Override
		public String getServletName() {
			return "dispatcherServlet";
		}

		@Override
		public MappingMatch getMappingMatch() {
			return MappingMatch.DEFAULT;
		}

	}

}
