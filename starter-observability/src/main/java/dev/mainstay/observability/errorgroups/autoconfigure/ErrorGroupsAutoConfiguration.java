package dev.mainstay.observability.errorgroups.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.observability.errorgroups.ErrorGroupLimits;
import dev.mainstay.observability.errorgroups.ErrorGroupListener;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailureSamples;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.GroupNews;
import dev.mainstay.observability.errorgroups.GroupsFile;
import dev.mainstay.observability.errorgroups.GroupsKeeper;
import dev.mainstay.observability.errorgroups.RequestFailures;
import dev.mainstay.observability.errorgroups.logback.FailureLog;
import dev.mainstay.observability.errorgroups.logback.FailureLogSettings;
import dev.mainstay.observability.errorgroups.metrics.ErrorGroupMetrics;
import dev.mainstay.observability.logging.MaskingSettings;
import dev.mainstay.observability.masking.autoconfigure.MaskingAutoConfiguration;
import dev.mainstay.observability.service.ServiceVersion;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of error groups.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MaskingAutoConfiguration.class,
		afterName = "org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration")
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, ErrorGroupsAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(ErrorGroupsProperties.class)
public final class ErrorGroupsAutoConfiguration {

	static final String ENABLED = "mainstay.error-groups.enabled";

	private static final int INTERNAL_ERROR = 500;

	private static final Duration WRITTEN_EVERY = Duration.ofSeconds(10);

	@Bean
	FlightRecorder mainstayFlightRecorder(ErrorGroupsProperties properties) {
		return new FlightRecorder(properties.maxEventSize().toBytes(), properties.events());
	}

	@Bean
	@ConditionalOnMissingBean
	ErrorGroups mainstayErrorGroups(ErrorGroupsProperties properties, FlightRecorder recorder,
			ObjectProvider<TextMasker> masker, ObjectProvider<ErrorGroupListener> listeners,
			ObjectProvider<BuildProperties> build, Environment environment) {
		ErrorGroupLimits limits = new ErrorGroupLimits(properties.maxGroups(), properties.maxRequests(),
				properties.maxEventSize().toBytes());
		return new ErrorGroups(limits, recorder,
				new FailureSamples(masker.getIfAvailable(TextMasker::none), ServiceVersion.of(environment, build)),
				new GroupNews(() -> listeners.orderedStream().toList()), Clock.systemUTC());
	}

	@Bean
	RequestFailures mainstayRequestFailures(ErrorGroups groups, ObjectProvider<AnsweredStatus> statuses,
			Environment environment) {
		return new RequestFailures(groups,
				(failure) -> statuses.stream().findFirst().map((it) -> it.of(failure)).orElse(INTERNAL_ERROR),
				Switch.isOn(environment, ENABLED));
	}

	@Bean
	GroupsKeeper mainstayErrorGroupsKeeper(ErrorGroups groups, ErrorGroupsProperties properties,
			Environment environment) {
		Path file = Switch.isOn(environment, ENABLED) ? properties.file() : null;
		return (file != null) ? GroupsKeeper.keep(groups, new GroupsFile(file), WRITTEN_EVERY)
				: GroupsKeeper.none(groups);
	}

	/**
	 * Nobody asks for it, so it would never be created where beans are lazy. After the
	 * keeper, so that what an earlier process knew is nothing new.
	 */
	@Bean
	@Lazy(false)
	FailureLogListener mainstayFailureLog(ErrorGroups groups, GroupsKeeper keeper, FlightRecorder recorder,
			ErrorGroupsProperties properties, ObjectProvider<TextMasker> masker, Environment environment) {
		boolean enabled = Switch.isOn(environment, ENABLED);
		FailureLogSettings settings = new FailureLogSettings(properties.warnings(), properties.debugLoggers());
		return new FailureLogListener(() -> enabled ? FailureLog.listen(groups, recorder, settings,
				masker.getIfAvailable(TextMasker::none), MaskingSettings.engine(environment)) : null);
	}

	@Bean
	FeatureStatus mainstayErrorGroupsStatus(ErrorGroupsProperties properties, Environment environment) {
		return new ErrorGroupsStatus(Switch.isOn(environment, ENABLED), properties.file() != null);
	}

	/**
	 * The meters, where there are metrics.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ErrorGroupMetrics mainstayErrorGroupMetrics(ErrorGroups groups, Environment environment) {
			return new ErrorGroupMetrics(groups, Switch.isOn(environment, ENABLED));
		}

	}

}
