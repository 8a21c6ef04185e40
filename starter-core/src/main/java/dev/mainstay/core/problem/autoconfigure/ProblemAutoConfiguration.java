package dev.mainstay.core.problem.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.problem.DeclaredProblems;
import dev.mainstay.core.problem.FallbackProblemMapper;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.problem.web.ApplicationWord;
import dev.mainstay.core.problem.web.WebProblemMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of problems and their form on the wire, whoever answers with one.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ ProblemProperties.class, DeclaredProblemProperties.class })
public final class ProblemAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ProblemPipeline mainstayProblemPipeline(ObjectProvider<ProblemMapper> mappers, DeclaredProblemProperties declared,
			ProblemProperties properties, ApplicationContext context) {
		WebProblemMapper framework = new WebProblemMapper(context, jsonMapper(context), properties.rejectedValues());
		List<ProblemMapper> said = List.of(
				new DeclaredProblems(declared.problems(context.getClassLoader(), context.getEnvironment())),
				new ApplicationWord(framework));
		SingletonSupplier<List<ProblemMapper>> ordered = SingletonSupplier.of(() -> ordered(mappers, said));
		return new ProblemPipeline(ordered::obtain, framework);
	}

	/** What the application says goes before what others know. */
	private static List<ProblemMapper> ordered(ObjectProvider<ProblemMapper> mappers, List<ProblemMapper> said) {
		Map<Boolean, List<ProblemMapper>> byFallback = mappers.orderedStream()
			.collect(Collectors.partitioningBy(FallbackProblemMapper.class::isInstance));
		return Stream.of(byFallback.get(false), said, byFallback.get(true)).flatMap(List::stream).toList();
	}

	/** Which of several reads the bodies is not known, unless one is the primary one. */
	private static Supplier<? extends @Nullable Object> jsonMapper(ApplicationContext context) {
		boolean jackson = ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper", context.getClassLoader());
		return jackson ? SingletonSupplier.ofNullable(() -> Jackson.mapper(context)) : () -> null;
	}

	/** Only here is Jackson linked. */
	private static final class Jackson {

		private Jackson() {
		}

		static @Nullable Object mapper(ApplicationContext context) {
			return context.getBeanProvider(JsonMapper.class).getIfUnique();
		}

	}

	@Bean
	@ConditionalOnMissingBean
	ProblemFormat mainstayProblemFormat(ProblemProperties properties, ObjectProvider<TextMasker> masker) {
		return new ProblemFormat(properties.typeBase(), masker.getIfUnique(TextMasker::none));
	}

	/**
	 * The writer of the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ServletProblemWriter mainstayProblemWriter(ProblemFormat format, ObjectProvider<FailureReporter> reporter,
				Environment environment) {
			return new ServletProblemWriter(format, ProblemStatus.reporter(reporter, environment));
		}

	}

	/**
	 * The writer of the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReactiveProblemWriter mainstayProblemWriter(ProblemFormat format, ObjectProvider<FailureReporter> reporter,
				Environment environment) {
			return new ReactiveProblemWriter(format, ProblemStatus.reporter(reporter, environment));
		}

	}

}
