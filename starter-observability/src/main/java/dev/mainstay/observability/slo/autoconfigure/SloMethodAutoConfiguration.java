package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.method.SloMethodScan;
import dev.mainstay.observability.slo.method.SloPostProcessor;

import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of methods whose calls are events of objectives.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SloAutoConfiguration.class)
@ConditionalOnClass(AbstractBeanFactoryAwareAdvisingPostProcessor.class)
@ConditionalOnBean(SloEvents.class)
public final class SloMethodAutoConfiguration {

	@Bean
	static SloPostProcessor mainstaySloMethods(ObjectProvider<SloEvents> events, Environment environment) {
		return new SloPostProcessor(events::getObject,
				environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true),
				Switch.isOn(environment, SloAutoConfiguration.ENABLED));
	}

	@Bean
	@Lazy(false)
	SloMethodScan mainstaySloMethodScan(ConfigurableListableBeanFactory beans, SloPostProcessor methods,
			ObjectProvider<SloEvents> events) {
		return new SloMethodScan(beans, methods, events::getObject);
	}

}
