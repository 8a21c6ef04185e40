package dev.mainstay.core.defaults;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MutablePropertySources;

/**
 * Keeps the defaults last also behind what is added after the environment was prepared:
 * default properties of the application, and {@code @PropertySource}, which configuration
 * classes add while they are parsed.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class DefaultsLastInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/**
	 * A bean, because those run after the post-processors that are handed to the context,
	 * one of which moves the application's default properties to the end.
	 */
	private static final String BEAN_NAME = "mainstayDefaultsLast";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		MainstayDefaults.moveLast(sources);
		BeanFactoryPostProcessor again = (beanFactory) -> MainstayDefaults.moveLast(sources);
		context.getBeanFactory().registerSingleton(BEAN_NAME, again);
	}

}
