package dev.mainstay.rules;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * What the rules are about.
 */
final class Predicates {

	private Predicates() {
	}

	static DescribedPredicate<JavaClass> areConcreteTopLevelClasses() {
		return DescribedPredicate.describe("are concrete top-level classes",
				(type) -> type.isTopLevelClass() && !type.isInterface() && !type.isEnum() && !type.isRecord()
						&& !type.getModifiers().contains(JavaModifier.ABSTRACT)
						&& !type.getSimpleName().equals("package-info"));
	}

	static DescribedPredicate<JavaClass> assignableToAny(Class<?>... types) {
		return DescribedPredicate.describe("assignable to any of " + Arrays.toString(types),
				(type) -> Arrays.stream(types).anyMatch(type::isAssignableTo));
	}

}
