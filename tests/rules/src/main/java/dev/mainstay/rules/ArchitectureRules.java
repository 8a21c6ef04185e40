package dev.mainstay.rules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The walls of the house. A module includes them with
 * {@code ArchTests.in(ArchitectureRules.class)}; each rule may find nothing to check in a
 * small module.
 */
public final class ArchitectureRules {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.mainstay.(**)")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesAreNamedForAFeature = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..helpers..",
				"..manager..");

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(Conditions.liveInANullMarkedPackage());

	@ArchTest
	static final ArchRule coreDependsOnNoOtherStarter = noClasses().that()
		.resideInAPackage("dev.mainstay.core..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.mainstay.observability..", "dev.mainstay.resilience..", "dev.mainstay.security..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule observabilityDependsOnCoreOnly = noClasses().that()
		.resideInAPackage("dev.mainstay.observability..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.mainstay.resilience..", "dev.mainstay.security..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule resilienceDependsOnCoreOnly = noClasses().that()
		.resideInAPackage("dev.mainstay.resilience..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.mainstay.observability..", "dev.mainstay.security..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule securityDependsOnCoreOnly = noClasses().that()
		.resideInAPackage("dev.mainstay.security..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.mainstay.observability..", "dev.mainstay.resilience..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule runtimeTypesDoNotKnowAutoConfiguration = noClasses().that()
		.resideOutsideOfPackage("..autoconfigure..")
		.should()
		.dependOnClassesThat(are(resideInAPackage("dev.mainstay..autoconfigure..")))
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule concreteClassesAreFinal = classes().that(Predicates.areConcreteTopLevelClasses())
		.should(Conditions.beFinal())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould(Conditions.beFinal())
		.andShould()
		.haveSimpleNameEndingWith("AutoConfiguration")
		.andShould()
		.resideInAPackage("..autoconfigure..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule autoConfigurationsHaveNoPublicMembers = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule conditionsAreNotPublic = classes().that()
		.areAssignableTo(Condition.class)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule classConditionsAreOnClasses = noMethods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.beAnnotatedWith(ConditionalOnClass.class)
		.because("the condition does not keep the signature of the method from being loaded")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule missingBeanConditionsAreBare = methods().that()
		.areAnnotatedWith(Bean.class)
		.should(Conditions.notRepeatTheirReturnTypeInTheMissingBeanCondition())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule postProcessorsAreStatic = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(Predicates.assignableToAny(BeanPostProcessor.class, BeanFactoryPostProcessor.class))
		.should()
		.beStatic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule propertiesAreHiddenRecords = classes().that()
		.areAnnotatedWith(ConfigurationProperties.class)
		.should()
		.beRecords()
		.andShould()
		.notBePublic()
		.andShould()
		.resideInAPackage("..autoconfigure..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule lettersChangeCaseInAKnownLocale = noClasses().should()
		.callMethod(String.class, "toLowerCase")
		.orShould()
		.callMethod(String.class, "toUpperCase");

	@ArchTest
	static final ArchRule nothingIsPrinted = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err");

	private ArchitectureRules() {
	}

}
