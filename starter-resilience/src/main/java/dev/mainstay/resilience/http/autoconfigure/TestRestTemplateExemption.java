package dev.mainstay.resilience.http.autoconfigure;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;

/**
 * Hands other builders to the factory method of Spring Boot's {@code TestRestTemplate}.
 * Nothing can be done about the template itself: it looks at the type of the builder, and
 * builds again with each set of credentials.
 */
final class TestRestTemplateExemption implements BeanFactoryPostProcessor {

	/** The class, after which Spring Boot also names its bean. */
	static final String TEMPLATE = "org.springframework.boot.resttestclient.TestRestTemplate";

	private static final String FACTORY_METHOD = "testRestTemplate";

	private final String builders;

	TestRestTemplateExemption(String builders) {
		this.builders = builders;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.containsBeanDefinition(TEMPLATE)) {
			return;
		}
		BeanDefinition template = beanFactory.getBeanDefinition(TEMPLATE);
		if (FACTORY_METHOD.equals(template.getFactoryMethodName())) {
			template.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(this.builders));
		}
	}

}
