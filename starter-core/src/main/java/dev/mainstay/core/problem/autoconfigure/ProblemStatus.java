package dev.mainstay.core.problem.autoconfigure;

import java.util.function.Supplier;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.core.problem.ProblemPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Says in whose favour the error contract backs off.
 */
final class ProblemStatus {

	private static final String FEATURE = "problem";

	private ProblemStatus() {
	}

	/**
	 * The status of one web stack.
	 * @param beans the beans of the application
	 * @param ours what answers for us, if we do not back off
	 * @param theirs what we back off for
	 */
	static FeatureStatus of(ConfigurableListableBeanFactory beans, Class<?> ours, Class<?>... theirs) {
		if (beans.getBeanNamesForType(ours, true, false).length > 0) {
			return FeatureStatus.on(FEATURE);
		}
		for (Class<?> type : theirs) {
			for (String name : beans.getBeanNamesForType(type, true, false)) {
				if (!isOfBoot(beans, name)) {
					return FeatureStatus.backedOff(FEATURE,
							"the application answers errors itself by its bean " + name);
				}
			}
		}
		boolean complete = beans.getBeanNamesForType(ProblemPipeline.class, true, false).length > 0;
		return FeatureStatus.backedOff(FEATURE,
				complete ? "the application excludes Boot's auto-configuration of errors"
						: "the application excludes " + ProblemAutoConfiguration.class.getSimpleName());
	}

	private static boolean isOfBoot(ConfigurableListableBeanFactory beans, String name) {
		String factory = beans.containsBeanDefinition(name) ? beans.getBeanDefinition(name).getFactoryBeanName() : null;
		return factory != null && factory.startsWith("org.springframework.boot.");
	}

	static boolean active(Environment environment) {
		return Switch.isOn(environment, "mainstay.problem.enabled");
	}

	/** Asked for late: the reporter in turn asks which status an answer has. */
	static Supplier<@Nullable FailureReporter> reporter(ObjectProvider<FailureReporter> reporter,
			Environment environment) {
		return reports(environment) ? SingletonSupplier.ofNullable(reporter::getIfAvailable)::get : () -> null;
	}

	static boolean reports(Environment environment) {
		return Switch.isOn(environment, "mainstay.problem.failure-reporter.enabled");
	}

	/** Boot answers 500 to all that nobody handled. */
	static AnsweredStatus answered(ProblemPipeline pipeline, Environment environment) {
		boolean active = active(environment);
		return (failure) -> active ? pipeline.problem(failure, null).status() : 500;
	}

}
