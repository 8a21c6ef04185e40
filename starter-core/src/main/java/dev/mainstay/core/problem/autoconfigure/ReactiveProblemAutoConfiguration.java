package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.reactive.ProblemErrorWebExceptionHandler;
import dev.mainstay.core.problem.reactive.ProblemRefusalBody;
import dev.mainstay.core.problem.reactive.ProblemWebFluxConfigurer;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.web.ProblemDetailCompletion;
import dev.mainstay.core.request.RefusalBody;

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
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.view.ViewResolver;

/**
 * Auto-configuration of the error contract on the reactive stack: takes the place of
 * Boot's exception handler, and leaves it to the application's own if there is one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class,
		beforeName = "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({ ErrorWebExceptionHandler.class, WebFluxConfigurer.class })
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.problem.enabled" }, matchIfMissing = true)
public final class ReactiveProblemAutoConfiguration {

	@Bean
	FeatureStatus mainstayProblemStatus(ConfigurableListableBeanFactory beans) {
		return ProblemStatus.of(beans, ProblemErrorWebExceptionHandler.class, ErrorWebExceptionHandler.class,
				ErrorAttributes.class);
	}

	/**
	 * Our part in the configuration of WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ProblemPipeline.class)
	@ConditionalOnBooleanProperty(name = "mainstay.problem.complete-problem-details", matchIfMissing = true)
	static class WebFluxConfiguration {

		@Bean
		ProblemWebFluxConfigurer mainstayProblemWebFluxConfigurer(ProblemPipeline pipeline, Environment environment) {
			boolean active = ProblemStatus.active(environment)
					&& Switch.isOn(environment, "mainstay.problem.complete-problem-details");
			ProblemDetailCompletion completion = new ProblemDetailCompletion(pipeline, () -> null);
			return new ProblemWebFluxConfigurer(active ? completion : (detail, response) -> {
			});
		}

	}

	/**
	 * Also where the application answers its own failures: these never reach it.
	 */
	@Bean
	@Conditional(ErrorHandlingNotExcludedCondition.class)
	@ConditionalOnBean(ReactiveProblemWriter.class)
	RefusalBody mainstayRefusalBody(ReactiveProblemWriter writer, Environment environment) {
		return ProblemStatus.active(environment) ? new ProblemRefusalBody(writer) : (refusal) -> null;
	}

	/**
	 * The exception handler, where the application has none and shapes no error
	 * attributes.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ WebProperties.class, ProblemProperties.class })
	@Conditional(ErrorHandlingNotExcludedCondition.class)
	@ConditionalOnBean({ ProblemPipeline.class, ReactiveProblemWriter.class })
	@ConditionalOnMissingBean(value = { ErrorWebExceptionHandler.class, ErrorAttributes.class },
			search = SearchStrategy.CURRENT)
	static class ExceptionHandlerConfiguration {

		@Bean
		AnsweredStatus mainstayAnsweredStatus(ProblemPipeline pipeline, Environment environment) {
			return ProblemStatus.answered(pipeline, environment);
		}

		@Bean
		@Order(-1)
		ProblemErrorWebExceptionHandler mainstayErrorWebExceptionHandler(ObjectProvider<ErrorAttributes> attributes,
				ProblemPipeline pipeline, ReactiveProblemWriter writer, ApplicationContext context) {
			ProblemErrorWebExceptionHandler handler = new ProblemErrorWebExceptionHandler(
					new ProblemErrorWebExceptionHandler.BootParts(
							attributes.getIfAvailable(DefaultErrorAttributes::new),
							context.getBean(WebProperties.class), context),
					pipeline, writer,
					new ProblemErrorWebExceptionHandler.Switches(ProblemStatus.active(context.getEnvironment()),
							context.getBean(ProblemProperties.class).bootMembers()));
			handler.setViewResolvers(context.getBeanProvider(ViewResolver.class).orderedStream().toList());
			ServerCodecConfigurer codecs = context.getBean(ServerCodecConfigurer.class);
			handler.setMessageWriters(codecs.getWriters());
			handler.setMessageReaders(codecs.getReaders());
			return handler;
		}

	}

}
