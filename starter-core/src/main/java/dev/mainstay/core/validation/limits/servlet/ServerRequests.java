package dev.mainstay.core.validation.limits.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/**
 * Tells the request of a server that holds the client to the length it declares, from one
 * whose body somebody may have changed on the way, such as by inflating it.
 */
final class ServerRequests {

	private static final String WATCHED = "dev.mainstay.core.request.servlet.";

	private static final String TOMCAT = "org.apache.catalina.connector.RequestFacade";

	private ServerRequests() {
	}

	static boolean isOfServer(ServletRequest request) {
		ServletRequest innermost = request;
		while (innermost instanceof ServletRequestWrapper wrapper && wrapper.getClass().getName().startsWith(WATCHED)) {
			innermost = wrapper.getRequest();
		}
		return innermost.getClass().getName().equals(TOMCAT);
	}

}
