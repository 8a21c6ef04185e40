package dev.mainstay.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The walls of the house: which packages there are, and which of them may know which.
 */
final class WallRules {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.mainstay.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule packagesAreNamedForAFeature = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..helpers..",
				"..manager..");

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(Conditions.liveInANullMarkedPackage());

	@ArchTest
	static final ArchRule startersKnowNoOtherStarterThanCore = classes()
		.should(Conditions.knowNoOtherStarterThanCore());

	@ArchTest
	static final ArchRule assertionsKnowNoStarterButTheSheet = noClasses().that()
		.resideInAPackage("dev.mainstay.test..")
		.should()
		.dependOnClassesThat(DescribedPredicate.and(Predicates.belongToAStarter(),
				DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("dev.mainstay.core.hardening.."))))
		.because("they read what a service answers and logs, whichever starters it has, and the sheet it makes")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule runtimeTypesDoNotKnowAutoConfiguration = noClasses().that()
		.resideOutsideOfPackage("..autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.mainstay..autoconfigure..")
		.allowEmptyShould(true);

	private WallRules() {
	}

}
