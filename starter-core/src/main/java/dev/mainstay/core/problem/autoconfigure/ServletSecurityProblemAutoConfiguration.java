package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.problem.ForgedRequestListener;
import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.problem.servlet.ErrorAnswerSettings;
import dev.mainstay.core.problem.servlet.ProblemErrorController;
import dev.mainstay.core.problem.servlet.SecurityPassedFilter;
import dev.mainstay.core.problem.servlet.SecurityRefusalFilter;
import dev.mainstay.core.problem.servlet.SecurityRefusals;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.servlet.SecurityFilterOrder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Auto-configuration of the error contract around Spring Security's filter, where the
 * application has that and leaves the error contract to us.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ServletProblemAutoConfiguration.class,
		afterName = "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.security.web.FilterChainProxy")
@ConditionalOnBean(value = ProblemErrorController.class, name = SecurityFilterOrder.CHAIN)
public final class ServletSecurityProblemAutoConfiguration {

	@Bean
	FilterRegistrationBean<SecurityRefusalFilter> mainstaySecurityRefusalFilter(SecurityRefusals refusals,
			ObjectProvider<DelegatingFilterProxyRegistrationBean> security, Environment environment) {
		return SecurityFilterPlace.of(security).outside(new SecurityRefusalFilter(refusals), environment);
	}

	@Bean
	FilterRegistrationBean<SecurityPassedFilter> mainstaySecurityPassedFilter(
			ObjectProvider<DelegatingFilterProxyRegistrationBean> security, Environment environment) {
		return SecurityFilterPlace.of(security).inside(new SecurityPassedFilter(), environment);
	}

	@Bean
	SecurityRefusals mainstaySecurityRefusals(ServletProblemWriter writer, ObjectProvider<ErrorAnswerSettings> settings,
			ObjectProvider<ProblemErrorController> controller, OwnErrorPages pages, ForgedRequests forged) {
		return new SecurityRefusals(writer, settings::getObject, controller::getObject, pages, forged);
	}

	@Bean
	ForgedRequests mainstayForgedRequests(ObjectProvider<ForgedRequestListener> listeners) {
		return new ForgedRequests(() -> listeners.orderedStream().toList());
	}

	@Bean
	OwnErrorPages mainstayOwnErrorPages(Environment environment) {
		return new OwnErrorPages(environment);
	}

	/**
	 * What leaves no session behind. Before all others, so that every one of the
	 * application's wins.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HttpSecurity.class, RequestCache.class })
	static class RequestCacheConfiguration {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		Customizer<HttpSecurity> mainstayRefusedRequests(Environment environment) {
			return (http) -> {
				if (ProblemStatus.active(environment)) {
					http.with(new RefusedRequestsConfigurer());
				}
			};
		}

	}

}
