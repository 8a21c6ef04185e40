package dev.mainstay.core.hardening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;

/**
 * The beans of a context and its parents, looked at without creating any. Remembers the
 * names that belong to a type, because Spring looks at every definition again where it
 * may not create anything. Thread-safe.
 */
final class DeclaredBeans {

	private final ApplicationContext context;

	private final Map<Names, String[]> names = new ConcurrentHashMap<>();

	DeclaredBeans(ApplicationContext context) {
		this.context = context;
	}

	<T> Map<String, T> created(Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		for (ApplicationContext it = this.context; it != null; it = it.getParent()) {
			if (it.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory) {
				addCreated(factory, type, beans);
			}
		}
		return beans;
	}

	private <T> void addCreated(ConfigurableListableBeanFactory factory, Class<T> type, Map<String, T> beans) {
		for (String name : names(factory, type)) {
			boolean created = factory.containsSingleton(BeanFactoryUtils.transformedBeanName(name));
			Object bean = created ? factory.getBean(name) : null;
			if (type.isInstance(bean)) {
				beans.putIfAbsent(name, type.cast(bean));
			}
		}
	}

	boolean declares(Class<?> type) {
		for (ApplicationContext it = this.context; it != null; it = it.getParent()) {
			if (it.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory
					&& names(factory, type).length > 0) {
				return true;
			}
		}
		return false;
	}

	private String[] names(ConfigurableListableBeanFactory factory, Class<?> type) {
		return this.names.computeIfAbsent(new Names(factory, type),
				(key) -> key.factory().getBeanNamesForType(key.type(), true, false));
	}

	/**
	 * What the names were looked up for.
	 */
	private record Names(ConfigurableListableBeanFactory factory, Class<?> type) {

	}

}
