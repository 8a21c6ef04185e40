package dev.mainstay.core.mode.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks for an endpoint when the beans of the application are known.
 */
final class OnMissingEndpointCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String id = metadata.getAnnotations().get(ConditionalOnMissingEndpoint.class).getString("value");
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnMissingEndpoint.class, id);
		String bean = find(context, id);
		return (bean != null) ? ConditionOutcome.noMatch(message.found("bean").items(bean))
				: ConditionOutcome.match(message.didNotFind("endpoint").atAll());
	}

	private static @Nullable String find(ConditionContext context, String id) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		return (beans != null) ? EndpointBeans.find(beans, context.getEnvironment(), id) : null;
	}

}
