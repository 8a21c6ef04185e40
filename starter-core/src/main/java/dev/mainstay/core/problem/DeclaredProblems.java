package dev.mainstay.core.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;

/**
 * What the application declared its own exceptions to mean: by properties first, then by
 * {@link ProblemMapping}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeclaredProblems implements ProblemMapper {

	private final Map<Class<?>, Problem> byClass;

	/**
	 * Create the mapper.
	 * @param byClass the problems by the classes of exceptions
	 */
	public DeclaredProblems(Map<Class<?>, Problem> byClass) {
		this.byClass = Map.copyOf(byClass);
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof ProblemException) {
			return null;
		}
		for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
			Problem problem = this.byClass.get(type);
			if (problem != null) {
				return problem;
			}
		}
		ProblemMapping mapping = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ProblemMapping.class);
		return (mapping != null) ? problem(mapping.status(), mapping.code(), mapping.title()) : null;
	}

	/**
	 * The problem that is declared by as much as the application says of it.
	 * @param status the HTTP status, from 400 to 599
	 * @param code the code
	 * @param title the title; empty for that of the catalogue, or the words of the code
	 * @return the problem, with the detail of the catalogue if it has the code
	 */
	public static Problem problem(int status, String code, String title) {
		if (status < 400 || status > 599) {
			throw new IllegalArgumentException("Not the status of an error: " + status);
		}
		ProblemCode known = ProblemCode.ofCode(code);
		String text = title.isBlank() ? ((known != null) ? known.title() : words(code)) : title;
		Problem problem = Problem.of(status, code, text);
		return (known != null) ? problem.withDetail(known.detail()) : problem;
	}

	private static String words(String code) {
		return Arrays.stream(code.split("[-_.]+")).map(StringUtils::capitalize).collect(Collectors.joining(" "));
	}

}
