package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.servlet.ErrorAnswerSettings;
import dev.mainstay.core.problem.servlet.ProblemErrorController;
import dev.mainstay.core.problem.servlet.ProblemWebMvcConfigurer;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.problem.servlet.UnreadableUploadFilter;
import dev.mainstay.core.problem.web.ProblemDetailCompletion;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Auto-configuration of the error contract on the servlet stack: takes the place of
 * Boot's error controller, and leaves it to the application's own if there is one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class,
		beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ ErrorController.class, ViewResolver.class })
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.problem.enabled" }, matchIfMissing = true)
public final class ServletProblemAutoConfiguration {

	@Bean
	FeatureStatus mainstayProblemStatus(ConfigurableListableBeanFactory beans) {
		return ProblemStatus.of(beans, ProblemErrorController.class, ErrorController.class, ErrorAttributes.class);
	}

	static FilterRegistrationBean<UnreadableUploadFilter> unreadableUploads(Environment environment) {
		FilterRegistrationBean<UnreadableUploadFilter> registration = new FilterRegistrationBean<>(
				new UnreadableUploadFilter());
		registration.setDispatcherTypes(DispatcherType.ERROR);
		registration.setEnabled(ProblemStatus.active(environment));
		return registration;
	}

	/**
	 * Our part in the configuration of Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	@ConditionalOnBean(ProblemPipeline.class)
	@EnableConfigurationProperties(ProblemProperties.class)
	static class WebMvcConfiguration {

		@Bean
		ProblemWebMvcConfigurer mainstayProblemWebMvcConfigurer(ProblemPipeline pipeline, ProblemProperties properties,
				Environment environment, ListableBeanFactory beans) {
			boolean active = ProblemStatus.active(environment);
			ProblemDetailCompletion completion = new ProblemDetailCompletion(pipeline, WebMvcConfiguration::exchange);
			return new ProblemWebMvcConfigurer((active && properties.completeProblemDetails()) ? completion : null,
					active && hasOtherLine(environment, beans));
		}

		/** Spring's line goes only where ours comes, and where nobody asked for it. */
		private static boolean hasOtherLine(Environment environment, ListableBeanFactory beans) {
			return ProblemStatus.reports(environment)
					&& !environment.getProperty("spring.mvc.log-resolved-exception", Boolean.class, false)
					&& beans.getBeanNamesForType(ProblemErrorController.class, true, false).length > 0
					&& beans.getBeanNamesForType(FailureReporter.class, true, false).length > 0;
		}

		private static @Nullable Object exchange() {
			RequestAttributes request = RequestContextHolder.getRequestAttributes();
			return (request != null) ? request.getAttribute(RequestExchange.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
					: null;
		}

	}

	/**
	 * The error controller, where the application has none and shapes no error
	 * attributes.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ WebProperties.class, ProblemProperties.class })
	@Conditional(ErrorHandlingNotExcludedCondition.class)
	@ConditionalOnBean({ ProblemPipeline.class, ServletProblemWriter.class })
	@ConditionalOnMissingBean(value = { ErrorController.class, ErrorAttributes.class }, search = SearchStrategy.CURRENT)
	static class ErrorControllerConfiguration {

		@Bean
		ProblemErrorController mainstayErrorController(ProblemPipeline pipeline, ServletProblemWriter writer,
				ErrorAnswerSettings settings) {
			return new ProblemErrorController(pipeline, writer, settings);
		}

		@Bean
		FilterRegistrationBean<UnreadableUploadFilter> mainstayUnreadableUploadFilter(Environment environment) {
			return unreadableUploads(environment);
		}

		@Bean
		AnsweredStatus mainstayAnsweredStatus(ProblemPipeline pipeline, Environment environment) {
			return ProblemStatus.answered(pipeline, environment);
		}

		@Bean
		ErrorAnswerSettings mainstayErrorAnswerSettings(ObjectProvider<ErrorAttributes> attributes, WebProperties web,
				ProblemProperties properties, ApplicationContext context) {
			ErrorAnswerSettings.Pages pages = new ErrorAnswerSettings.Pages(
					context.getBeanProvider(ErrorViewResolver.class).orderedStream().toList(),
					context.getBeanProvider(ViewResolver.class));
			boolean shapesBodies = context.getBeanNamesForType(ResponseBodyAdvice.class, false, false).length > 0;
			return new ErrorAnswerSettings(attributes.getIfAvailable(DefaultErrorAttributes::new), web.getError(),
					pages, new ErrorAnswerSettings.Switches(ProblemStatus.active(context.getEnvironment()),
							properties.bootMembers(), shapesBodies));
		}

	}

}
