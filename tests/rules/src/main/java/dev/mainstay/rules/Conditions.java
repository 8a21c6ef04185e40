package dev.mainstay.rules;

import java.util.Arrays;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/**
 * What the rules ask for.
 */
final class Conditions {

	private Conditions() {
	}

	static ArchCondition<JavaClass> liveInANullMarkedPackage() {
		return new ArchCondition<>("live in a package whose package-info is @NullMarked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
				}
			}

		};
	}

	static ArchCondition<JavaClass> beFinal() {
		return new ArchCondition<>("be final") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getModifiers().contains(JavaModifier.FINAL)) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " is not final"));
				}
			}

		};
	}

	static ArchCondition<JavaMethod> notRepeatTheirReturnTypeInTheMissingBeanCondition() {
		return new ArchCondition<>("not repeat their return type in @ConditionalOnMissingBean") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.tryGetAnnotationOfType(ConditionalOnMissingBean.class)
					.filter((condition) -> repeats(condition, method))
					.ifPresent((condition) -> events
						.add(SimpleConditionEvent.violated(method, method.getFullName() + " repeats its return type")));
			}

		};
	}

	private static boolean repeats(ConditionalOnMissingBean condition, JavaMethod method) {
		return Arrays.equals(condition.value(), new Class<?>[] { method.getRawReturnType().reflect() });
	}

}
