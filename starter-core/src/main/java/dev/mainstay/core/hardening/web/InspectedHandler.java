package dev.mainstay.core.hardening.web;

import java.util.Set;

import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * A method of the application that handles requests. Immutable.
 *
 * @param method the method, with its bean
 * @param paths the patterns of the paths that it handles
 * @param verbs the request methods that it handles; all if there are none
 * @since 0.1.0
 */
public record InspectedHandler(HandlerMethod method, Set<String> paths, Set<String> verbs) {

	/**
	 * Copies the paths and the request methods.
	 */
	public InspectedHandler {
		paths = Set.copyOf(paths);
		verbs = Set.copyOf(verbs);
	}

	/**
	 * How a finding names it.
	 * @return the class and the method, such as {@code OrderController#create}
	 */
	public String name() {
		return ClassUtils.getUserClass(this.method.getBeanType()).getSimpleName() + "#"
				+ this.method.getMethod().getName();
	}

}
