package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.reactive.ProblemErrorWebExceptionHandler;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveProblemAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class,
				ReactiveProblemAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class,
				WebFluxAutoConfiguration.class, HttpHandlerAutoConfiguration.class));

	@Test
	void takesThePlaceOfBootsHandler() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ErrorWebExceptionHandler.class)
				.hasSingleBean(ProblemErrorWebExceptionHandler.class)
				.hasSingleBean(ReactiveProblemWriter.class);
			assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.ON);
		});
	}

	@Test
	void backsOffForAHandlerOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnHandler.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ProblemErrorWebExceptionHandler.class);
			assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(context.getBean(FeatureStatus.class).reason()).endsWith("myHandler");
		});
	}

	@Test
	void backsOffForErrorAttributesOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnAttributes.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ProblemErrorWebExceptionHandler.class)
				.hasSingleBean(DefaultErrorWebExceptionHandler.class);
			assertThat(context.getBean(FeatureStatus.class).reason()).endsWith("myAttributes");
		});
	}

	@Test
	void backsOffWhenTheApplicationExcludesWhatItNeeds() {
		new ReactiveWebApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(ReactiveProblemAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class,
						WebFluxAutoConfiguration.class, HttpHandlerAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(ErrorWebExceptionHandler.class);
				assertThat(context.getBean(FeatureStatus.class).reason())
					.isEqualTo("the application excludes ProblemAutoConfiguration");
			});
	}

	@Test
	void theSwitchLeavesErrorsToBoot() {
		this.contextRunner.withPropertyValues("mainstay.problem.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ErrorWebExceptionHandler.class)
				.doesNotHaveBean(ProblemErrorWebExceptionHandler.class)
				.hasSingleBean(ReactiveProblemWriter.class));
	}

	@Test
	void withoutMainstayThereIsNothing() {
		this.contextRunner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ErrorWebExceptionHandler.class)
				.doesNotHaveBean(ProblemErrorWebExceptionHandler.class)
				.doesNotHaveBean(ProblemPipeline.class));
	}

	@Test
	void worksWithoutTheServletApiAndBeanValidation() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader("jakarta.servlet", "jakarta.validation", "org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ProblemErrorWebExceptionHandler.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHandler {

		@Bean
		ErrorWebExceptionHandler myHandler() {
			return (exchange, failure) -> Mono.error(failure);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAttributes {

		@Bean
		DefaultErrorAttributes myAttributes() {
			return new DefaultErrorAttributes() {
			};
		}

	}

}
