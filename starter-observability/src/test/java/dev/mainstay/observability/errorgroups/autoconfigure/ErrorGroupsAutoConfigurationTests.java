package dev.mainstay.observability.errorgroups.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroupLimits;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailureContext;
import dev.mainstay.observability.errorgroups.FailureSamples;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.GroupNews;
import dev.mainstay.observability.errorgroups.RequestFailures;
import dev.mainstay.observability.errorgroups.actuate.ErrorGroupsEndpoint;
import dev.mainstay.observability.errorgroups.metrics.ErrorGroupMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorGroupsAutoConfigurationTests {

	private static final FailureContext NOWHERE = new FailureContext(null, null, null);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withPropertyValues("management.endpoints.web.exposure.include=errorgroups")
		.withConfiguration(
				AutoConfigurations.of(ErrorGroupsAutoConfiguration.class, ErrorGroupsEndpointAutoConfiguration.class));

	@Test
	void listensToTheLogForAsLongAsTheApplicationRuns() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(RequestFailures.class)
				.hasSingleBean(ErrorGroupsEndpoint.class)
				.hasSingleBean(ErrorGroupMetrics.class);
			assertThat(root().getAppender("mainstay-error-groups")).isNotNull();
			LoggerFactory.getLogger("a.B").error("failed", new IllegalStateException("logged"));
			LoggerFactory.getLogger("a.B").warn("failed", new IllegalStateException("a warning"));
			assertThat(context.getBean(ErrorGroups.class).overview().groups()).extracting(ErrorGroup::message)
				.containsExactly("logged");
			assertThat(context.getBean(ErrorGroupsStatus.class).state()).isEqualTo(FeatureState.ON);
		});
		assertThat(root().getAppender("mainstay-error-groups")).isNull();
	}

	@Test
	void listensAgainAfterTheLogWasConfiguredAnew() {
		this.runner.withPropertyValues("mainstay.error-groups.debug-loggers=a.B").run((context) -> {
			LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
			List<TurboFilter> filters = SharedTurboFilter.parts(logback);
			logback.getTurboFilterList().removeIf(SharedTurboFilter.class::isInstance);
			root().detachAppender("mainstay-error-groups");
			logback.getCopyOfListenerList().forEach((listener) -> listener.onReset(logback));
			assertThat(root().getAppender("mainstay-error-groups")).isNotNull();
			assertThat(SharedTurboFilter.parts(logback)).isNotEmpty().isEqualTo(filters);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.error-groups.enabled=false" })
	void isNotThereWhereItIsOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.startsWith("mainstay")));
	}

	@Test
	void isNotThereWithoutLogback() {
		this.runner.withClassLoader(new FilteredClassLoader(LoggerContext.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ErrorGroups.class)
				.doesNotHaveBean(ErrorGroupsEndpoint.class));
	}

	@Test
	void worksWithoutMeters() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ErrorGroups.class));
	}

	@Test
	void leavesTheIdToAnEndpointOfTheApplication() {
		this.runner.withUserConfiguration(OwnEndpoint.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ErrorGroupsEndpoint.class));
	}

	@Test
	void leavesTheGroupsToABeanOfTheApplication() {
		this.runner.withBean("own", ErrorGroups.class, ErrorGroupsAutoConfigurationTests::own)
			.run((context) -> assertThat(context).hasSingleBean(ErrorGroups.class));
	}

	@Test
	void theVersionIsThatOfTheLogOrElseOfTheBuild() {
		Properties build = new Properties();
		build.setProperty("version", "of-build");
		WebApplicationContextRunner built = this.runner.withBean(BuildProperties.class,
				() -> new BuildProperties(build));
		built.run((context) -> assertThat(version(context.getBean(ErrorGroups.class))).isEqualTo("of-build"));
		built.withPropertyValues("spring.application.version=set")
			.run((context) -> assertThat(version(context.getBean(ErrorGroups.class))).isEqualTo("set"));
		this.runner.run((context) -> assertThat(version(context.getBean(ErrorGroups.class))).isEqualTo("unknown"));
	}

	@Test
	void eachPropertyHasAnEffect(@TempDir Path folder) {
		this.runner
			.withPropertyValues("mainstay.error-groups.max-groups=1", "mainstay.error-groups.warnings=true",
					"mainstay.error-groups.file=" + folder.resolve("groups.json"))
			.run((context) -> {
				LoggerFactory.getLogger("a.B").error("failed", new IllegalStateException("logged"));
				LoggerFactory.getLogger("a.B").warn("failed", new IllegalStateException("a warning"));
				ErrorGroups groups = context.getBean(ErrorGroups.class);
				assertThat(groups.overview().groups()).extracting(ErrorGroup::message).containsExactly("a warning");
				assertThat(groups.left()).isEqualTo(1);
			});
		assertThat(folder.resolve("groups.json")).exists();
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-groups=0", "max-requests=-1", "events=-1", "events=1001", "max-event-size=-1B" })
	void aWrongValueSaysWhatToDo(String property) {
		this.runner.withPropertyValues("mainstay.error-groups." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.error-groups." + property.replaceAll("=.*", ""))
				.hasMessageContaining("Write a"));
	}

	private static String version(ErrorGroups groups) {
		groups.record(new IllegalStateException(), NOWHERE);
		return groups.overview().version();
	}

	private static ErrorGroups own() {
		return new ErrorGroups(new ErrorGroupLimits(1, 1, 1), new FlightRecorder(1, 1),
				new FailureSamples((text) -> text, null), new GroupNews(List::of), Clock.systemUTC());
	}

	private static Logger root() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEndpoint {

		@Bean
		Own own() {
			return new Own();
		}

	}

	@Endpoint(id = "errorgroups")
	static class Own {

	}

}
