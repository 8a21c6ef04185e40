package dev.mainstay.core.problem.servlet;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Our part in how Spring MVC answers failures. Touches nothing of the application's.
 *
 * @since 0.1.0
 */
public final class ProblemWebMvcConfigurer implements WebMvcConfigurer {

	private final ErrorResponse.@Nullable Interceptor completion;

	private final boolean quiet;

	/**
	 * Create the configurer.
	 * @param completion completes the problem details of the application; {@code null} if
	 * they are to stay as they are
	 * @param quiet whether Spring's own line for what it resolves, which repeats what the
	 * caller sent, has another in its place
	 */
	public ProblemWebMvcConfigurer(ErrorResponse.@Nullable Interceptor completion, boolean quiet) {
		this.completion = completion;
		this.quiet = quiet;
	}

	@Override
	public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
		if (this.completion != null) {
			interceptors.add(this.completion);
		}
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		for (HandlerExceptionResolver resolver : resolvers) {
			if (this.quiet && resolver.getClass() == DefaultHandlerExceptionResolver.class) {
				((DefaultHandlerExceptionResolver) resolver).setWarnLogCategory("");
			}
		}
	}

}
