package dev.mainstay.resilience.call;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Hands an engine without a policy to an application that asks for one while Mainstay is
 * switched off, so that the switch does not stop the start. It is no bean.
 */
final class PlainResilienceInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.addBeanFactoryPostProcessor(PlainResilienceInitializer::register);
	}

	private static void register(ConfigurableListableBeanFactory beans) {
		if (beans.getBeanNamesForType(Resilience.class, true, false).length == 0) {
			beans.registerResolvableDependency(Resilience.class, Resilience.plain());
		}
	}

}
