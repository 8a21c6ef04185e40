package dev.mainstay.rules;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.DeprecatedConfigurationProperty;

/**
 * What the rules ask for.
 */
final class Conditions {

	private Conditions() {
	}

	static ArchCondition<JavaClass> liveInANullMarkedPackage() {
		return condition("live in a package whose package-info is @NullMarked", (type, violations) -> {
			if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
				violations.accept(type.getPackageName() + " is not @NullMarked");
			}
		});
	}

	static ArchCondition<JavaClass> beFinal() {
		return condition("be final", (type, violations) -> {
			if (!type.getModifiers().contains(JavaModifier.FINAL)) {
				violations.accept(type.getName() + " is not final");
			}
		});
	}

	static ArchCondition<JavaClass> knowNoOtherStarterThanCore() {
		return condition("know no other starter than core",
				(type, violations) -> type.getDirectDependenciesFromSelf()
					.stream()
					.filter((dependency) -> !Starters.mayKnow(type, dependency.getTargetClass()))
					.map(Dependency::getDescription)
					.forEach(violations));
	}

	static ArchCondition<JavaMethod> notRepeatTheirReturnTypeInTheMissingBeanCondition() {
		return condition("not repeat their return type in @ConditionalOnMissingBean",
				(method, violations) -> method.tryGetAnnotationOfType(ConditionalOnMissingBean.class)
					.filter((condition) -> repeats(condition, method.getRawReturnType()))
					.ifPresent((condition) -> violations.accept(method.getFullName() + " repeats its return type")));
	}

	private static boolean repeats(ConditionalOnMissingBean condition, JavaClass type) {
		return Arrays.equals(condition.value(), new Class<?>[] { type.reflect() })
				|| Arrays.equals(condition.type(), new String[] { type.getName() });
	}

	static ArchCondition<JavaMethod> haveOnlyParametersThat(DescribedPredicate<JavaParameter> predicate) {
		return condition("have only parameters that " + predicate.getDescription(),
				(method, violations) -> method.getParameters()
					.stream()
					.filter((parameter) -> !predicate.test(parameter))
					.forEach((parameter) -> violations
						.accept(method.getFullName() + " has a parameter " + parameter.getRawType().getName())));
	}

	static ArchCondition<JavaClass> nameThePrefixOfPropertiesBare() {
		return condition("write @ConfigurationProperties(\"...\") without prefix=",
				(type, violations) -> Stream.concat(Stream.of(type), type.getMethods().stream())
					.filter((element) -> declares(element, "prefix"))
					.forEach((element) -> violations.accept(element + " writes prefix=")));
	}

	private static boolean declares(CanBeAnnotated element, String attribute) {
		return element.isAnnotatedWith(DescribedPredicate.<JavaAnnotation<?>>describe("with " + attribute,
				(annotation) -> annotation.getRawType().isEquivalentTo(ConfigurationProperties.class)
						&& annotation.hasExplicitlyDeclaredProperty(attribute)));
	}

	static ArchCondition<JavaMethod> saySinceWhenThePropertyIsDeprecated() {
		return condition("say since when the property is deprecated", (method, violations) -> {
			if (method.getAnnotationOfType(DeprecatedConfigurationProperty.class).since().isEmpty()) {
				violations.accept(method.getFullName() + " does not say since when");
			}
		});
	}

	private static <T> ArchCondition<T> condition(String description, BiConsumer<T, Consumer<String>> check) {
		return new ArchCondition<>(description) {

			@Override
			public void check(T item, ConditionEvents events) {
				check.accept(item, (violation) -> events.add(SimpleConditionEvent.violated(item, violation)));
			}

		};
	}

}
