package dev.mainstay.core.problem.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * An application that excludes Boot's handling of errors wants the container's, and none
 * in its place.
 */
final class ErrorHandlingNotExcludedCondition extends SpringBootCondition {

	private static final List<String> CONFIGURATIONS = List.of(
			"org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
			"org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		List<String> excluded = (beans != null) ? ConditionEvaluationReport.get(beans).getExclusions() : List.of();
		for (String configuration : CONFIGURATIONS) {
			if (excluded.contains(configuration)) {
				return ConditionOutcome.noMatch(configuration + " is excluded");
			}
		}
		return ConditionOutcome.match();
	}

}
