package dev.mainstay.rules;

import java.util.List;

import com.tngtech.archunit.lang.ArchRule;
import dev.mainstay.bad.autoconfigure.OpenCondition;
import dev.mainstay.bad.autoconfigure.OpenProperties;
import dev.mainstay.bad.autoconfigure.Wiring;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WiringRulesTests {

	@Test
	void autoConfigurationsArePublicAndFinal() {
		assertThat(Violations.of(WiringRules.autoConfigurationsArePublicAndFinal, Wiring.class)).hasSize(2)
			.anyMatch((violation) -> violation.contains("is not final"))
			.anyMatch((violation) -> violation.contains("does not have simple name ending with 'AutoConfiguration'"));
	}

	@Test
	void configurationsHaveNoPublicMembers() throws ClassNotFoundException {
		assertThat(
				violations(WiringRules.configurationsHaveNoPublicMembers, "Wiring", "Wiring$Nested", "ImportedBeans"))
			.satisfiesExactlyInAnyOrder((violation) -> assertThat(violation).contains("Wiring.FIELD>"),
					(violation) -> assertThat(violation).contains("Wiring.<init>(java.lang.String)>"),
					(violation) -> assertThat(violation).contains("Wiring.method()>"),
					(violation) -> assertThat(violation).contains("Wiring$Nested.nestedMethod()>"),
					(violation) -> assertThat(violation).contains("ImportedBeans.namedByItsClass()>"));
	}

	@Test
	void conditionsAreNotPublic() {
		assertThat(Violations.of(WiringRules.conditionsAreNotPublic, OpenCondition.class)).hasSize(1);
	}

	@Test
	void classConditionsAreOnClasses() throws ClassNotFoundException {
		assertThat(violations(WiringRules.classConditionsAreOnClasses, "ImportedBeans")).singleElement()
			.asString()
			.contains("onAClass()");
	}

	@Test
	void missingBeanConditionsAreBare() throws ClassNotFoundException {
		assertThat(violations(WiringRules.missingBeanConditionsAreBare, "ImportedBeans")).satisfiesExactlyInAnyOrder(
				(violation) -> assertThat(violation).contains("namedByItsClass()"),
				(violation) -> assertThat(violation).contains("namedByItsName()"));
	}

	@Test
	void beansAreOfVisibleTypes() throws ClassNotFoundException {
		assertThat(violations(WiringRules.beansAreOfVisibleTypes, "ImportedBeans")).singleElement()
			.asString()
			.contains("ofAHiddenType()");
	}

	@Test
	void postProcessorsAreStatic() throws ClassNotFoundException {
		assertThat(violations(WiringRules.postProcessorsAreStatic, "PostProcessors")).singleElement()
			.asString()
			.contains("ofAnInstance()");
	}

	@Test
	void beanPostProcessorsAskForBeansLate() throws ClassNotFoundException {
		assertThat(violations(WiringRules.beanPostProcessorsAskForBeansLate, "PostProcessors")).singleElement()
			.asString()
			.contains("early(java.lang.StringBuilder)");
	}

	@Test
	void beanFactoryPostProcessorsAskForTheEnvironmentOnly() throws ClassNotFoundException {
		assertThat(violations(WiringRules.beanFactoryPostProcessorsAskForTheEnvironmentOnly, "PostProcessors"))
			.singleElement()
			.asString()
			.contains("asking(");
	}

	@Test
	void propertiesAreHiddenRecords() {
		assertThat(Violations.of(WiringRules.propertiesAreHiddenRecords, OpenProperties.class)).hasSize(2);
	}

	@Test
	void prefixesOfPropertiesAreBare() throws ClassNotFoundException {
		assertThat(violations(WiringRules.prefixesOfPropertiesAreBare, "OpenProperties", "ImportedBeans")).hasSize(2);
	}

	@Test
	void deprecatedPropertiesSaySinceWhen() {
		assertThat(Violations.of(WiringRules.deprecatedPropertiesSaySinceWhen, OpenProperties.class)).hasSize(1);
	}

	private static List<String> violations(ArchRule rule, String... names) throws ClassNotFoundException {
		Class<?>[] classes = new Class<?>[names.length];
		for (int i = 0; i < names.length; i++) {
			classes[i] = Class.forName("dev.mainstay.bad.autoconfigure." + names[i]);
		}
		return Violations.of(rule, classes);
	}

}
