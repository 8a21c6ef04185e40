package dev.mainstay.core.hardening.management;

import java.io.IOException;
import java.util.function.Predicate;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Finds the properties that somebody sets and nothing reads. Thread-safe.
 */
final class IgnoredProperties {

	private final Predicate<String> concerns;

	IgnoredProperties(Predicate<String> concerns) {
		this.concerns = concerns;
	}

	Verdict look(InspectedApplication application) throws IOException {
		return Verdict.of(PropertyMetadata.ignored(application.context().getClassLoader())
			.stream()
			.filter((property) -> this.concerns.test(property.name()))
			.filter((property) -> isSet(application, property.name()))
			.filter((property) -> !isSet(application, property.replacement()))
			.map((property) -> new Finding(text(property), application.origin(property.name())))
			.toList());
	}

	private static boolean isSet(InspectedApplication application, @Nullable String name) {
		return name != null && ConfigurationPropertyName.isValid(name) && application.origin(name) != null;
	}

	private static String text(IgnoredProperty property) {
		String text = property.name() + " is ignored";
		return (property.replacement() != null) ? text + "; it is now " + property.replacement() : text;
	}

}
