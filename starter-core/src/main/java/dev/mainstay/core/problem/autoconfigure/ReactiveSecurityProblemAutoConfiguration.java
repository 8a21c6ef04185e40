package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.problem.ForgedRequestListener;
import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.problem.reactive.CsrfRefusalHandler;
import dev.mainstay.core.problem.reactive.ProblemErrorWebExceptionHandler;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.reactive.SecurityPassedWebFilter;
import dev.mainstay.core.problem.reactive.SecurityRefusalWebFilter;
import dev.mainstay.core.problem.reactive.SecurityRefusals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.WebFilterChainProxy;

/**
 * Auto-configuration of the error contract around Spring Security's web filter, where the
 * application has that and leaves the error contract to us.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ReactiveProblemAutoConfiguration.class,
		afterName = "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({ WebFilterChainProxy.class, ServerHttpSecurity.class })
@ConditionalOnBean({ ProblemErrorWebExceptionHandler.class, WebFilterChainProxy.class })
public final class ReactiveSecurityProblemAutoConfiguration {

	@Bean
	SecurityRefusalWebFilter mainstaySecurityRefusalFilter(ReactiveProblemWriter writer, ProblemProperties properties,
			Environment environment) {
		return new SecurityRefusalWebFilter(new SecurityRefusals(writer, new ProblemErrorWebExceptionHandler.Switches(
				ProblemStatus.active(environment), properties.bootMembers())));
	}

	@Bean
	SecurityPassedWebFilter mainstaySecurityPassedFilter() {
		return new SecurityPassedWebFilter();
	}

	/** Before all others, so that every one of the application's wins. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	Customizer<ServerHttpSecurity> mainstayCsrfRefusals(ObjectProvider<ForgedRequestListener> listeners) {
		ForgedRequests forged = new ForgedRequests(() -> listeners.orderedStream().toList());
		return (http) -> http.csrf((csrf) -> csrf.accessDeniedHandler(new CsrfRefusalHandler(forged)));
	}

}
