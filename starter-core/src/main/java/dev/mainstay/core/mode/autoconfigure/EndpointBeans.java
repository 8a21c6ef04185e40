package dev.mainstay.core.mode.autoconfigure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.Environment;

/**
 * Finds management endpoints among the beans, as Actuator does, without creating any.
 */
final class EndpointBeans {

	private EndpointBeans() {
	}

	static @Nullable String find(ListableBeanFactory beans, Environment environment, String id) {
		EndpointId wanted = EndpointId.of(environment, id);
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Object.class, true, false)) {
			if (Objects.equals(wanted, id(beans, environment, name))) {
				return name;
			}
		}
		return null;
	}

	private static @Nullable EndpointId id(ListableBeanFactory beans, Environment environment, String name) {
		try {
			Class<?> type = beans.getType(name, false);
			MergedAnnotation<Endpoint> endpoint = (type != null)
					? MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).get(Endpoint.class)
					: MergedAnnotation.missing();
			return endpoint.isPresent() ? EndpointId.of(environment, endpoint.getString("id")) : null;
		}
		catch (BeansException | IllegalArgumentException ex) {
			return null;
		}
	}

}
