package dev.mainstay.core.validation;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Where constrained types are reached through a property that was not told to cascade:
 * found once per type, so that looking at one that leads nowhere costs a look-up.
 * Thread-safe.
 */
final class Links {

	private final Validator validator;

	/** As many as the application reads types from requests. */
	private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

	private final Map<Class<?>, List<Link>> links = new ConcurrentHashMap<>();

	Links(Validator validator) {
		this.validator = validator;
	}

	/**
	 * What there is to look at.
	 *
	 * @param constrained whether Bean Validation finds anything to check at the type
	 * @param forgotten the properties to follow by ourselves, to validate what they hold
	 * or to get to what they lead to
	 */
	record Plan(boolean constrained, List<Link> forgotten) {

	}

	Plan plan(Class<?> type) {
		Plan known = this.plans.get(type);
		if (known == null) {
			known = new Plan(isConstrained(type), links(type).stream().filter(this::isWorthIt).toList());
			this.plans.put(type, known);
		}
		return known;
	}

	boolean isConstrained(Class<?> type) {
		return this.validator.getConstraintsForClass(type).isBeanConstrained();
	}

	private boolean isWorthIt(Link link) {
		return isForgotten(link) || leadsToForgotten(link.target());
	}

	boolean isForgotten(Link link) {
		return !link.cascades() && isConstrained(link.target());
	}

	/** Types may lead to each other, and to themselves. */
	private boolean leadsToForgotten(Class<?> start) {
		Set<Class<?>> seen = new HashSet<>();
		Deque<Class<?>> left = new ArrayDeque<>(List.of(start));
		while (!left.isEmpty()) {
			Class<?> type = left.pop();
			if (seen.add(type)) {
				List<Link> next = links(type);
				if (next.stream().anyMatch(this::isForgotten)) {
					return true;
				}
				next.forEach((link) -> left.push(link.target()));
			}
		}
		return false;
	}

	List<Link> links(Class<?> type) {
		List<Link> known = this.links.get(type);
		if (known == null) {
			known = find(type);
			this.links.put(type, known);
		}
		return known;
	}

	private List<Link> find(Class<?> type) {
		if (BeanUtils.isSimpleProperty(type) || type.getName().startsWith("java.")) {
			return List.of();
		}
		Map<String, Method> getters = new LinkedHashMap<>();
		for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
			getters.put(component.getName(), component.getAccessor());
		}
		for (PropertyDescriptor property : type.isRecord() ? new PropertyDescriptor[0]
				: BeanUtils.getPropertyDescriptors(type)) {
			if (property.getReadMethod() != null && isKept(property, type)) {
				getters.put(property.getName(), property.getReadMethod());
			}
		}
		BeanDescriptor descriptor = this.validator.getConstraintsForClass(type);
		return getters.entrySet()
			.stream()
			.map((each) -> Link.of(each.getKey(), each.getValue(), type, cascades(descriptor, each.getKey())))
			.filter(Objects::nonNull)
			.toList();
	}

	/** What is computed was not sent, and no caller can mend it. */
	private static boolean isKept(PropertyDescriptor property, Class<?> type) {
		return property.getWriteMethod() != null || ReflectionUtils.findField(type, property.getName()) != null;
	}

	private static boolean cascades(BeanDescriptor descriptor, String property) {
		return cascades(descriptor.getConstraintsForProperty(property));
	}

	/** {@code @Valid} may be on the property, or on the elements of what it holds. */
	private static boolean cascades(Object descriptor) {
		return (descriptor instanceof CascadableDescriptor cascadable && cascadable.isCascaded())
				|| (descriptor instanceof ContainerDescriptor container
						&& container.getConstrainedContainerElementTypes().stream().anyMatch(Links::cascades));
	}

}
