package dev.mainstay.rules;

import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

final class Violations {

	private Violations() {
	}

	static List<String> of(ArchRule rule, Class<?>... classes) {
		return rule.evaluate(new ClassFileImporter().importClasses(classes)).getFailureReport().getDetails();
	}

}
