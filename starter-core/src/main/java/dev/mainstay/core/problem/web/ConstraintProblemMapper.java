package dev.mainstay.core.problem.web;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.stereotype.Controller;
import org.springframework.util.ReflectionUtils;

/**
 * Bean Validation around a method has found a violation. It is the caller's fault only if
 * all of it is in the parameters of a controller; the parameters of a service, an entity
 * on its way to the database and what a method returns are the service's own.
 */
final class ConstraintProblemMapper implements ProblemMapper {

	private final ViolationTexts texts;

	ConstraintProblemMapper(ViolationTexts texts) {
		this.texts = texts;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (!(failure instanceof ConstraintViolationException exception)) {
			return null;
		}
		Set<ConstraintViolation<?>> violations = exception.getConstraintViolations();
		if (violations == null || violations.isEmpty() || !violations.stream().allMatch(this::isOfController)) {
			return Problem.of(ProblemCode.INTERNAL_ERROR);
		}
		return this.texts.problem(violations.stream()
			.sorted(Comparator.comparing((violation) -> violation.getPropertyPath().toString()))
			.limit(Problem.MAX_ERRORS + 1)
			.map(this::violation)
			.toList());
	}

	private boolean isOfController(ConstraintViolation<?> violation) {
		Class<?> type = violation.getRootBeanClass();
		Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
		return type != null && AnnotatedElementUtils.hasAnnotation(type, Controller.class) && nodes.hasNext()
				&& nodes.next().getKind() == ElementKind.METHOD && nodes.hasNext()
				&& nodes.next().getKind() != ElementKind.RETURN_VALUE;
	}

	private Violation violation(ConstraintViolation<?> violation) {
		String annotation = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
		Breach breach = ConstraintBreaches.of(violation, violation.getInvalidValue());
		String text = breach.shown() ? ViolationTexts.INVALID
				: ViolationTexts.withoutEcho(violation.getMessage(), breach.value());
		Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
		Place place = place(violation.getRootBeanClass(), nodes.next(), nodes.next());
		return this.texts.violation(place, rest(nodes),
				new ViolationTexts.Words(ViolationTexts.kebab(annotation), text), breach);
	}

	private static Place place(Class<?> type, Path.Node methodNode, Path.Node node) {
		if (node.getKind() != ElementKind.PARAMETER) {
			return Place.REQUEST;
		}
		Class<?>[] types = methodNode.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
		Method method = ReflectionUtils.findMethod(type, methodNode.getName(), types);
		int index = node.as(Path.ParameterNode.class).getParameterIndex();
		return (method != null) ? Place.of(new AnnotatedMethod(method).getMethodParameters()[index]) : Place.PARAMETERS;
	}

	/** What the nodes behind the parameter print as, in the form of a path. */
	private static String rest(Iterator<Path.Node> nodes) {
		StringBuilder path = new StringBuilder();
		while (nodes.hasNext()) {
			Path.Node node = nodes.next();
			Object element = (node.getIndex() != null) ? node.getIndex() : node.getKey();
			if (element != null) {
				path.append('[').append(element).append(']');
			}
			if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
				path.append(path.isEmpty() ? "" : ".").append(node.getName());
			}
		}
		return path.toString();
	}

}
