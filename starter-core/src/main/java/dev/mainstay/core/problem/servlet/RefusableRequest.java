package dev.mainstay.core.problem.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Has the session as it would be without us, whoever looks at it before the answer: an
 * entry point of the application may read there what was asked for.
 */
final class RefusableRequest extends HttpServletRequestWrapper {

	private final RefusableResponse response;

	RefusableRequest(HttpServletRequest request, RefusableResponse response) {
		super(request);
		this.response = response;
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		this.response.catchUp();
		return super.getSession(create);
	}

	@Override
	public HttpSession getSession() {
		this.response.catchUp();
		return super.getSession();
	}

}
