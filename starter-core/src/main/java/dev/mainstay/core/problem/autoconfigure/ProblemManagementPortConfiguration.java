package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.problem.servlet.ProblemErrorController;
import dev.mainstay.core.problem.servlet.SecurityPassedFilter;
import dev.mainstay.core.problem.servlet.SecurityRefusalFilter;
import dev.mainstay.core.problem.servlet.SecurityRefusals;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.problem.servlet.UnreadableUploadFilter;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.servlet.SecurityFilterOrder;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The error contract on a separate management port of the servlet stack, whose server the
 * filters and the error controller of the application do not reach. Where the application
 * answers its errors itself, Spring Boot's endpoint for them stays. On the reactive stack
 * the exception handler of the application works there, too.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ ManagementErrorEndpoint.class, RequestMappingHandlerMapping.class })
final class ProblemManagementPortConfiguration {

	/**
	 * What came as far as the error page.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ProblemErrorController.class)
	static class ErrorConfiguration {

		@Bean
		ManagementErrors mainstayManagementErrors(ApplicationContext context) {
			return new ManagementErrors(context);
		}

		@Bean
		static ManagementErrorPostProcessor mainstayManagementErrorPostProcessor(
				ObjectProvider<ManagementErrors> errors) {
			return new ManagementErrorPostProcessor(errors);
		}

		@Bean
		FilterRegistrationBean<UnreadableUploadFilter> mainstayManagementUnreadableUploadFilter(
				Environment environment) {
			return ServletProblemAutoConfiguration.unreadableUploads(environment);
		}

	}

	/**
	 * What Spring Security refuses, whose chains are those of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.security.web.FilterChainProxy")
	@ConditionalOnBean(value = ProblemErrorController.class, name = SecurityFilterOrder.CHAIN)
	static class SecurityConfiguration {

		@Bean
		FilterRegistrationBean<SecurityRefusalFilter> mainstayManagementSecurityRefusalFilter(
				ServletProblemWriter writer, ManagementErrors errors,
				ObjectProvider<DelegatingFilterProxyRegistrationBean> security, ForgedRequests forged,
				Environment environment) {
			SecurityRefusals refusals = new SecurityRefusals(writer, errors::settings, errors::controller,
					(status) -> false, forged);
			return SecurityFilterPlace.of(security).outside(new SecurityRefusalFilter(refusals), environment);
		}

		@Bean
		FilterRegistrationBean<SecurityPassedFilter> mainstayManagementSecurityPassedFilter(
				ObjectProvider<DelegatingFilterProxyRegistrationBean> security, Environment environment) {
			return SecurityFilterPlace.of(security).inside(new SecurityPassedFilter(), environment);
		}

	}

	/**
	 * What Tomcat turns away before any filter.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, ErrorReportValve.class })
	@ConditionalOnBean(TomcatProblemCustomizer.class)
	static class TomcatConfiguration {

		@Bean
		TomcatProblemCustomizer mainstayManagementTomcatProblemCustomizer(ObjectProvider<ServletProblemWriter> writer,
				ObjectProvider<AnswerHeads> heads, Environment environment) {
			return TomcatProblemCustomizer.of(writer, heads, environment);
		}

	}

}
