package dev.mainstay.core.problem.web;

import java.util.List;

import dev.mainstay.core.problem.PropertyStep;

import org.springframework.core.MethodParameter;

/**
 * Names the properties of a body the way the caller sees them.
 */
@FunctionalInterface
interface BodyNames {

	/** The names of Java, where nobody knows others. */
	BodyNames JAVA = (body, steps) -> steps.stream().map(PropertyStep::text).toList();

	/**
	 * The names on the way to a property.
	 * @param body the parameter that the body is read into
	 * @param steps the way through the properties of Java
	 * @return the segments of a JSON Pointer, unescaped
	 */
	List<String> of(MethodParameter body, List<PropertyStep> steps);

}
