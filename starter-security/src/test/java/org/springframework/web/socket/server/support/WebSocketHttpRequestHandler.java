package org.springframework.web.socket.server.support;

/**
 * Has the name of Spring's own, which is not on this class path.
 */
public final class WebSocketHttpRequestHandler {

	/**
	 * Create it.
	 */
	public WebSocketHttpRequestHandler() {
	}

}
