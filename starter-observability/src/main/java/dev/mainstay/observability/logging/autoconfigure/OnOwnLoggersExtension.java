package dev.mainstay.observability.logging.autoconfigure;

import java.util.Arrays;
import java.util.Objects;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.annotation.EndpointExtension;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Backs off where the application extends the endpoint itself, as Spring Boot does not
 * start with two extensions, or has another endpoint in its place.
 */
final class OnOwnLoggersExtension extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
		boolean own = Arrays.stream(beans.getBeanNamesForAnnotation(EndpointExtension.class))
			.map((name) -> beans.getType(name, false))
			.filter(Objects::nonNull)
			.anyMatch(OnOwnLoggersExtension::extendsLoggers);
		return new ConditionOutcome(!own, ConditionMessage.forCondition("extension of the endpoint loggers")
			.because(own ? "the application has its own" : "there is none"));
	}

	private static boolean extendsLoggers(Class<?> type) {
		return MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
			.stream(EndpointExtension.class)
			.anyMatch((extension) -> extension.getClass("endpoint") == LoggersEndpoint.class);
	}

}
