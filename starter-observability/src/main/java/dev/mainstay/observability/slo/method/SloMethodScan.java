package dev.mainstay.observability.slo.method;

import java.util.function.Supplier;

import dev.mainstay.observability.slo.SloEvents;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the annotated methods of beans that are not created yet, so that an objective is
 * about requests either from the start or never.
 *
 * @since 0.1.0
 */
public final class SloMethodScan implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beans;

	private final SloPostProcessor methods;

	private final Supplier<SloEvents> events;

	/**
	 * Create the scan.
	 * @param beans the beans of the application
	 * @param methods knows the methods
	 * @param events told of their objectives
	 */
	public SloMethodScan(ConfigurableListableBeanFactory beans, SloPostProcessor methods, Supplier<SloEvents> events) {
		this.beans = beans;
		this.methods = methods;
		this.events = events;
	}

	@Override
	public void afterSingletonsInstantiated() {
		SloEvents counts = this.events.get();
		if (counts.counts().stream().allMatch((it) -> it.objective().assumed())) {
			return;
		}
		for (String name : this.beans.getBeanDefinitionNames()) {
			Class<?> type = this.beans.containsSingleton(name) ? null : this.beans.getType(name, false);
			if (type != null) {
				this.methods.namesOf(type).forEach(counts::ofMethods);
			}
		}
	}

}
