package dev.mainstay.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * What the rules are about.
 */
final class Predicates {

	private static final String STEP_VERIFIER = "reactor.test.StepVerifier";

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

	static DescribedPredicate<JavaClass> arePrivate() {
		return DescribedPredicate.describe("a private type",
				(type) -> type.getModifiers().contains(JavaModifier.PRIVATE));
	}

	static DescribedPredicate<JavaClass> belongToAStarter() {
		return DescribedPredicate.describe("belong to a starter",
				(type) -> Starters.of(type).filter((starter) -> !starter.equals(Starters.TEST)).isPresent());
	}

	static DescribedPredicate<JavaMember> belongToAConfiguration() {
		return DescribedPredicate.describe("belong to a configuration, however it is found",
				(member) -> isConfiguration(member.getOwner()));
	}

	private static boolean isConfiguration(JavaClass type) {
		return type.isMetaAnnotatedWith(Configuration.class)
				|| type.getMethods().stream().anyMatch((method) -> method.isAnnotatedWith(Bean.class));
	}

	static DescribedPredicate<JavaMember> areNotWhatTheLanguageAsksFor() {
		return DescribedPredicate.describe(
				"are neither the default constructor of an auto-configuration nor a public method overridden",
				(member) -> !isDefaultConstructor(member) && !overridesPublicMethod(member));
	}

	private static boolean isDefaultConstructor(JavaMember member) {
		return member instanceof JavaConstructor constructor && constructor.getParameters().isEmpty()
				&& constructor.getOwner().isAnnotatedWith(AutoConfiguration.class);
	}

	private static boolean overridesPublicMethod(JavaMember member) {
		return member instanceof JavaMethod method && Stream
			.concat(method.getOwner().getAllRawSuperclasses().stream(),
					method.getOwner().getAllRawInterfaces().stream())
			.flatMap((type) -> type.tryGetMethod(method.getName(), names(method.getRawParameterTypes())).stream())
			.anyMatch((overridden) -> overridden.getModifiers().contains(JavaModifier.PUBLIC));
	}

	static DescribedPredicate<JavaParameter> createNoBean() {
		DescribedPredicate<JavaClass> late = assignableToAny(ObjectProvider.class, BeanFactory.class,
				Environment.class);
		return DescribedPredicate.describe("create no bean",
				(parameter) -> parameter.isAnnotatedWith(Lazy.class) || late.test(parameter.getRawType()));
	}

	static DescribedPredicate<JavaParameter> areTheEnvironment() {
		return DescribedPredicate.describe("are the environment",
				(parameter) -> parameter.getRawType().isAssignableTo(Environment.class));
	}

	static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, String method, Class<?>... parameters) {
		String call = type.getName() + "." + method + "("
				+ String.join(", ", Arrays.stream(parameters).map(Class::getName).toList()) + ")";
		return DescribedPredicate.describe(call, (access) -> access.getTarget().getFullName().equals(call));
	}

	static DescribedPredicate<JavaAccess<?>> waitForAPublisherForEver() {
		Set<String> others = Set.of("verifyLater");
		return DescribedPredicate.describe("verify() and its like without a Duration of StepVerifier", (access) -> {
			String target = access.getTarget().getFullName();
			return access.getTarget().getOwner().getName().startsWith(STEP_VERIFIER)
					&& access.getTarget().getName().startsWith("verify")
					&& !others.contains(access.getTarget().getName()) && !target.contains(Duration.class.getName());
		});
	}

	private static String[] names(List<JavaClass> types) {
		return types.stream().map(JavaClass::getName).toArray(String[]::new);
	}

}
