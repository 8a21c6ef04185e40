package dev.mainstay.core.hardening.input;

import java.lang.reflect.Proxy;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.validation.internal.Wrapping;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableHandlerMethodArgumentResolver;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Asks for a very large page what a request would ask. Links to Spring MVC and Spring
 * Data.
 */
final class LargestPage {

	static final int UNKNOWN = -1;

	private static final String MANY = "1000000";

	private LargestPage() {
	}

	static int of(InspectedApplication application, MethodParameter parameter) throws Exception {
		for (RequestMappingHandlerAdapter adapter : application.beans(RequestMappingHandlerAdapter.class)) {
			HandlerMethodArgumentResolver resolver = resolver(adapter.getArgumentResolvers(), parameter);
			if (resolver != null
					&& resolver.resolveArgument(parameter, null, request(), null) instanceof Pageable page) {
				return page.isPaged() ? page.getPageSize() : UNKNOWN;
			}
		}
		return UNKNOWN;
	}

	/** One that the application has written may do anything, and is not called. */
	private static @Nullable HandlerMethodArgumentResolver resolver(
			@Nullable List<HandlerMethodArgumentResolver> resolvers, MethodParameter parameter) {
		return (resolvers == null) ? null
				: resolvers.stream()
					.filter((resolver) -> resolver.supportsParameter(parameter))
					.findFirst()
					.map(Wrapping::innermost)
					.filter((resolver) -> resolver.getClass() == PageableHandlerMethodArgumentResolver.class)
					.map(HandlerMethodArgumentResolver.class::cast)
					.orElse(null);
	}

	/** Any parameter of it is a large number; it has no order, and nothing else. */
	private static NativeWebRequest request() {
		return (NativeWebRequest) Proxy.newProxyInstance(LargestPage.class.getClassLoader(),
				new Class<?>[] { NativeWebRequest.class },
				(proxy, method, arguments) -> method.getName().equals("getParameter") ? MANY : null);
	}

}
