package dev.mainstay.core.problem.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.problem.DeclaredProblems;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Properties of the exceptions that the application cannot annotate.
 *
 * @param exceptions What callers are told of exceptions that nobody handled, by the names
 * of their classes in square brackets. The nearest class wins.
 */
@ConfigurationProperties("mainstay.problem")
record DeclaredProblemProperties(@DefaultValue Map<String, Declared> exceptions) {

	private static final String PREFIX = "mainstay.problem.exceptions";

	private static final String FIX = "Set the full name of an exception class in square brackets, such as " + PREFIX
			+ "[com.acme.OutOfStock].status";

	/** Stands at the end of a URI. */
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

	DeclaredProblemProperties {
		exceptions.forEach((name, declared) -> check(name, declared));
	}

	private static void check(String name, Declared declared) {
		String property = PREFIX + "[" + name + "]";
		InvalidPropertyException.check(declared.code() != null && CODE.matcher(declared.code()).matches(),
				property + ".code", declared.code(), "it is not a code", "Set a word such as out-of-stock");
		int status = declared.answered();
		InvalidPropertyException.check(status >= 400 && status <= 599, property + ".status", declared.status(),
				"it is not the status of an error", "Set one from 400 to 599");
	}

	/**
	 * The problems by the classes of the exceptions.
	 * @param classLoader knows the classes of the application
	 * @param environment where the properties were set; a name without brackets is many
	 * names to the binder, which then passes over them
	 */
	Map<Class<?>, Problem> problems(@Nullable ClassLoader classLoader, Environment environment) {
		for (String name : Binder.get(environment)
			.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of())
			.keySet()) {
			InvalidPropertyException.check(this.exceptions.containsKey(name), PREFIX + "." + name, name,
					"it is not the name of a class in square brackets", FIX);
		}
		Map<Class<?>, Problem> problems = new HashMap<>();
		this.exceptions.forEach((name, declared) -> problems.put(type(name, classLoader),
				DeclaredProblems.problem(declared.answered(), String.valueOf(declared.code()), declared.title())));
		return problems;
	}

	private static Class<?> type(String name, @Nullable ClassLoader classLoader) {
		Class<?> type = ClassUtils.isPresent(name, classLoader) ? ClassUtils.resolveClassName(name, classLoader) : null;
		if (type == null || !Throwable.class.isAssignableFrom(type)) {
			throw new InvalidPropertyException(PREFIX + "[" + name + "]", name,
					(type == null) ? "there is no such class" : "this class is no exception", FIX);
		}
		return type;
	}

	/**
	 * What callers are told of an exception.
	 *
	 * @param status HTTP status of the answer, from 400 to 599; that of the code if it is
	 * one of the catalogue
	 * @param code Word that callers may branch on
	 * @param title Kind of problem in a few words; that of the code if not set
	 */
	record Declared(@Nullable Integer status, @Nullable String code, @DefaultValue("") String title) {

		int answered() {
			ProblemCode known = ProblemCode.ofCode(this.code);
			return (this.status != null) ? this.status : (known != null) ? known.status() : 0;
		}

	}

}
