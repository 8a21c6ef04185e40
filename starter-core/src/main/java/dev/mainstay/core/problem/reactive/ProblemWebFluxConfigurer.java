package dev.mainstay.core.problem.reactive;

import java.util.List;

import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Our part in how WebFlux answers failures. Touches nothing of the application's.
 *
 * @since 0.1.0
 */
public final class ProblemWebFluxConfigurer implements WebFluxConfigurer {

	private final ErrorResponse.Interceptor completion;

	/**
	 * Create the configurer.
	 * @param completion completes the problem details of the application
	 */
	public ProblemWebFluxConfigurer(ErrorResponse.Interceptor completion) {
		this.completion = completion;
	}

	@Override
	public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
		interceptors.add(this.completion);
	}

}
