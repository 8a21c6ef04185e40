package dev.mainstay.core.problem.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.failure.autoconfigure.FailureAutoConfiguration;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.servlet.ProblemErrorController;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ServletProblemAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class,
				ReactiveProblemAutoConfiguration.class, ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class));

	@Test
	void takesThePlaceOfBootsController() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ErrorController.class).hasSingleBean(ProblemErrorController.class);
			assertThat(context).hasSingleBean(ServletProblemWriter.class);
			assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.ON);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[com.acme.None].code=conflict          | [com.acme.None] is com.acme.None: there is no such class
			[java.lang.String].code=conflict       | [java.lang.String] is java.lang.String: this class is no exception
			com.acme.OutOfStock.code=conflict      | .com is com: it is not the name of a class in square brackets
			[java.lang.Error].status=409           | [java.lang.Error].code is null: it is not a code
			[java.lang.Error].code=out of stock    | [java.lang.Error].code is out of stock: it is not a code
			[java.lang.Error].code=own             | [java.lang.Error].status is null: it is not the status of an error
			""")
	void anExceptionThatIsDeclaredWronglyStopsTheStart(String property, String said) {
		this.contextRunner.withPropertyValues("mainstay.problem.exceptions" + property.replaceFirst("^com", ".com"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.problem.exceptions" + said));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 399, 600 })
	void aDeclaredStatusIsThatOfAnError(int status) {
		this.contextRunner
			.withPropertyValues("mainstay.problem.exceptions[java.lang.Error].code=own",
					"mainstay.problem.exceptions[java.lang.Error].status=" + status)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining(".status is " + status + ": it is not the status of an error"));
	}

	@Test
	void springsLineStaysWhereItIsAskedForOrHasNoOther() {
		for (String property : List.of("spring.mvc.log-resolved-exception=true", "mainstay.problem.enabled=false",
				"mainstay.problem.failure-reporter.enabled=false")) {
			this.contextRunner.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class))
				.withPropertyValues(property)
				.run((context) -> assertThat(warnsOfResolved(context)).as(property).isTrue());
		}
		this.contextRunner.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class))
			.withUserConfiguration(OwnController.class)
			.run((context) -> assertThat(warnsOfResolved(context)).isTrue());
		this.contextRunner.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class))
			.run((context) -> assertThat(warnsOfResolved(context)).isFalse());
	}

	private static boolean warnsOfResolved(ApplicationContext context) {
		HandlerExceptionResolverComposite composite = context.getBean("handlerExceptionResolver",
				HandlerExceptionResolverComposite.class);
		return composite.getExceptionResolvers()
			.stream()
			.filter(DefaultHandlerExceptionResolver.class::isInstance)
			.allMatch((resolver) -> ReflectionTestUtils.getField(resolver, "warnLogger") != null);
	}

	@Test
	void backsOffForAControllerOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnController.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ProblemErrorController.class);
			assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(context.getBean(FeatureStatus.class).reason()).endsWith("myErrors");
		});
	}

	@Test
	void backsOffForErrorAttributesOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnAttributes.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ProblemErrorController.class).hasSingleBean(BasicErrorController.class);
			assertThat(context.getBean(FeatureStatus.class).reason()).endsWith("myAttributes");
		});
	}

	@Test
	void backsOffWhenTheApplicationExcludesWhatItNeeds() {
		new WebApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(ServletProblemAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
						WebMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(BasicErrorController.class);
				assertThat(context.getBean(FeatureStatus.class).reason())
					.isEqualTo("the application excludes ProblemAutoConfiguration");
			});
	}

	@Test
	void theSwitchLeavesErrorsToBoot() {
		this.contextRunner.withPropertyValues("mainstay.problem.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(BasicErrorController.class)
				.doesNotHaveBean(ProblemErrorController.class)
				.hasSingleBean(ServletProblemWriter.class));
	}

	@Test
	void withoutMainstayThereIsNothing() {
		this.contextRunner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(BasicErrorController.class)
				.doesNotHaveBean(ProblemPipeline.class)
				.doesNotHaveBean(ServletProblemWriter.class));
	}

	@Test
	void worksWithoutBeanValidationAndWebFlux() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("jakarta.validation", "org.springframework.web.reactive",
					"org.springframework.boot.webflux", "reactor"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ProblemErrorController.class));
	}

	@Test
	void backsOffWithoutBootsWebMvc() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.webmvc", "org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayErrorController"));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ProblemPipeline.class));
	}

	@Test
	void theTypeBaseReachesTheFormat() {
		this.contextRunner.withPropertyValues("mainstay.problem.type-base=https://example.com/problems/")
			.run((context) -> assertThat(type(context.getBean(ProblemFormat.class)))
				.isEqualTo("https://example.com/problems/conflict"));
	}

	@Test
	void aTypeBaseThatIsNoUriStopsTheStartWithAReason() {
		this.contextRunner.withPropertyValues("mainstay.problem.type-base=no uri")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.problem.type-base is no uri: it is not the beginning of a URI"));
	}

	@Test
	void theApplicationsMapperComesFirst() {
		this.contextRunner.withUserConfiguration(OwnMapper.class)
			.run((context) -> assertThat(
					context.getBean(ProblemPipeline.class).problem(new IllegalStateException(), null))
				.hasToString("409 conflict"));
	}

	@Test
	void theMaskerReachesTheFormat() {
		this.contextRunner.withBean(TextMasker.class, () -> (text) -> "masked").run((context) -> {
			Map<String, Object> members = context.getBean(ProblemFormat.class)
				.members(Problem.of(ProblemCode.CONFLICT), ProblemOccurrence.of("/", null));
			assertThat(members).containsEntry("detail", "masked");
		});
	}

	private static Object type(ProblemFormat format) {
		return format.members(Problem.of(ProblemCode.CONFLICT), ProblemOccurrence.of("/", null)).get("type");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnController {

		@Bean
		ErrorController myErrors() {
			return new MyErrors();
		}

	}

	@Controller
	static class MyErrors implements ErrorController {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAttributes {

		@Bean
		DefaultErrorAttributes myAttributes() {
			return new DefaultErrorAttributes() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapper {

		@Bean
		ProblemMapper mapper() {
			return (failure) -> (failure instanceof IllegalStateException) ? Problem.of(ProblemCode.CONFLICT) : null;
		}

	}

}
