package dev.mainstay.core.validation.paging.servlet;

import java.util.function.Function;

import dev.mainstay.core.validation.paging.PagingRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A request for a page on the servlet stack.
 */
record ServletPagingRequest(NativeWebRequest request, Resolver resolver) implements PagingRequest {

	@Override
	public String @Nullable [] values(String name) {
		return this.request.getParameterValues(name);
	}

	@Override
	public @Nullable Object resolve() {
		return this.resolver.resolve(this.request);
	}

	@Override
	public @Nullable Object resolve(Function<String, String @Nullable []> parameters) {
		HttpServletRequest servletRequest = this.request.getNativeRequest(HttpServletRequest.class);
		Assert.state(servletRequest != null, "There is a request");
		return this.resolver.resolve(new OtherParameters(servletRequest, parameters));
	}

	@Override
	public boolean mark(String attribute) {
		boolean first = this.request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST) == null;
		this.request.setAttribute(attribute, true, RequestAttributes.SCOPE_REQUEST);
		return first;
	}

	/** Resolves the argument from a request. */
	interface Resolver {

		@Nullable Object resolve(NativeWebRequest source);

	}

	/** The same request, sent with other parameters. */
	private static final class OtherParameters extends ServletWebRequest {

		private final Function<String, String @Nullable []> parameters;

		OtherParameters(HttpServletRequest request, Function<String, String @Nullable []> parameters) {
			super(request);
			this.parameters = parameters;
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = getParameterValues(name);
			return (values != null) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.parameters.apply(name);
		}

	}

}
