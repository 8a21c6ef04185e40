package dev.mainstay.core.failure.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.logback.RepeatedFailureFilter;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import dev.mainstay.core.failure.reactive.FailureReportingHandler;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.SwitchedOffAtRunTime;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ReactiveProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

class FailureAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(FailureAutoConfiguration.class,
			ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class,
			ReactiveProblemAutoConfiguration.class);

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(AutoConfigurations.of(ErrorWebFluxAutoConfiguration.class, WebFluxAutoConfiguration.class,
				HttpHandlerAutoConfiguration.class));

	/** Of the applications that other tests of this JVM have left running. */
	private final List<TurboFilter> othersTurboFilters = turboFilters(List.of());

	@Test
	void reportsOnEachStackInItsOwnWay() {
		this.servlet.run((context) -> assertThat(context).hasSingleBean(FailureReporter.class)
			.hasBean("mainstayFailureReportingFilter")
			.hasBean("mainstayFailureReporterStatus")
			.doesNotHaveBean(FailureReportingHandler.class));
		this.reactive.run((context) -> assertThat(context).hasSingleBean(FailureReportingHandler.class)
			.hasBean("mainstayFailureReporterStatus")
			.doesNotHaveBean("mainstayFailureReportingFilter"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.problem.failure-reporter.enabled" })
	void isSwitchedOff(String property) {
		this.servlet.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureReporter.class));
		this.reactive.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureReportingHandler.class)
				.doesNotHaveBean(FailureReporter.class));
	}

	@Test
	void backsOffForAReporterOfTheApplication() {
		FailureReporter own = new FailureReporter(null, (failure) -> 500, () -> null);
		this.servlet.withBean("own", FailureReporter.class, () -> own)
			.run((context) -> assertThat(context.getBean(FailureReporter.class)).isSameAs(own));
	}

	@Test
	void thereIsNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(FailureReporter.class)
				.doesNotHaveBean(FeatureStatus.class));
	}

	@Test
	void worksWithoutLogbackAndWithoutTheErrorContract() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("ch.qos.logback", "org.springframework.web.reactive",
					"org.springframework.boot.webflux", "reactor"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(FailureReporter.class)
				.doesNotHaveBean("mainstayRepeatedFailureFilter"));
	}

	@Test
	void createsNeitherListenersNorMappersBeforeTheFirstFailure() {
		this.servlet.withUserConfiguration(LateParts.class).run((context) -> {
			FailureReporter reporter = context.getBean(FailureReporter.class);
			AtomicInteger created = context.getBean(AtomicInteger.class);
			assertThat(created).hasValue(0);
			reporter.report(new IllegalStateException("expected by the test"), null);
			assertThat(created).hasValue(2);
		});
	}

	@Test
	void isRightBeforeTheHandlerThatAnswersInTheApplicationsPlace() {
		this.reactive
			.run((context) -> assertThat(context.getBean(FailureReportingHandler.class).getOrder()).isEqualTo(-1));
		this.reactive.withPropertyValues("mainstay.problem.enabled=false")
			.run((context) -> assertThat(context.getBean(FailureReportingHandler.class).getOrder()).isEqualTo(-1));
	}

	@Test
	void isLastWhereTheApplicationAnswersItself() {
		this.reactive.withBean(ErrorWebExceptionHandler.class, () -> (exchange, failure) -> Mono.empty())
			.run((context) -> assertThat(context.getBean(FailureReportingHandler.class).getOrder())
				.isEqualTo(Ordered.LOWEST_PRECEDENCE));
	}

	@Test
	void whatIsThereNeverthelessIsSwitchedOffAtRunTime() {
		this.servlet.withBean(SwitchedOffAtRunTime.class).run((context) -> {
			assertThat(context.getBean("mainstayFailureReportingFilter", FilterRegistrationBean.class).isEnabled())
				.isFalse();
			assertThat(turboFilters()).isEmpty();
		});
		this.servlet.run((context) -> assertThat(turboFilters()).hasSize(1));
		assertThat(turboFilters()).isEmpty();
	}

	@Test
	void dropsTheServersLinesWhereBeansAreLazy() {
		this.servlet
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(turboFilters()).hasSize(1));
	}

	private List<TurboFilter> turboFilters() {
		return turboFilters(this.othersTurboFilters);
	}

	private static List<TurboFilter> turboFilters(List<TurboFilter> without) {
		return SharedTurboFilter.parts((LoggerContext) LoggerFactory.getILoggerFactory())
			.stream()
			.filter((filter) -> filter instanceof RepeatedFailureFilter && !without.contains(filter))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class LateParts {

		@Bean
		AtomicInteger created() {
			return new AtomicInteger();
		}

		@Bean
		@Lazy
		FailureListener lateListener(AtomicInteger created) {
			created.incrementAndGet();
			return (failure, exchange) -> {
			};
		}

		@Bean
		@Lazy
		ProblemMapper lateMapper(AtomicInteger created) {
			created.incrementAndGet();
			return (failure) -> Problem.ofStatus(500);
		}

	}

}
