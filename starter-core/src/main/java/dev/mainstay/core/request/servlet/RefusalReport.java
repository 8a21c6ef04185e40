package dev.mainstay.core.request.servlet;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/**
 * A valve of a host that can answer what Tomcat refuses without calling any valve.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public interface RefusalReport {

	/**
	 * Answer a request that was refused, unless it has its answer. Called at its end, on
	 * its thread.
	 * @param request the request
	 * @param response its response, with the status of the refusal
	 */
	void answer(Request request, Response response);

}
