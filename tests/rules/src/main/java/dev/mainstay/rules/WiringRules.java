package dev.mainstay.rules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.DeprecatedConfigurationProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/**
 * How auto-configurations, their beans and their properties are written. Each rule may
 * find nothing to check in a small module.
 */
final class WiringRules {

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
	static final ArchRule configurationsHaveNoPublicMembers = members().that(Predicates.belongToAConfiguration())
		.and(Predicates.areNotWhatTheLanguageAsksFor())
		.should()
		.notBePublic()
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
	static final ArchRule beansAreOfVisibleTypes = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.notHaveRawReturnType(Predicates.arePrivate())
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
	static final ArchRule beanPostProcessorsAskForBeansLate = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(Predicates.assignableToAny(BeanPostProcessor.class))
		.should(Conditions.haveOnlyParametersThat(Predicates.createNoBean()))
		.because("a bean that a post-processor asks for is created before the other post-processors see it")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule beanFactoryPostProcessorsAskForTheEnvironmentOnly = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(Predicates.assignableToAny(BeanFactoryPostProcessor.class))
		.should(Conditions.haveOnlyParametersThat(Predicates.areTheEnvironment()))
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
	static final ArchRule prefixesOfPropertiesAreBare = classes().should(Conditions.nameThePrefixOfPropertiesBare())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule deprecatedPropertiesSaySinceWhen = methods().that()
		.areAnnotatedWith(DeprecatedConfigurationProperty.class)
		.should(Conditions.saySinceWhenThePropertyIsDeprecated())
		.allowEmptyShould(true);

	private WiringRules() {
	}

}
