package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.core.problem.ProblemPipeline;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

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

	/** Boot answers 500 to all that nobody handled. */
	static AnsweredStatus answered(ProblemPipeline pipeline, Environment environment) {
		boolean active = active(environment);
		return (failure) -> active ? pipeline.problem(failure, null).status() : 500;
	}

}
