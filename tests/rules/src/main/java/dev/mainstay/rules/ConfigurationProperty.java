package dev.mainstay.rules;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * One property as the metadata of a module has it, and what is wrong with it.
 */
record ConfigurationProperty(String name, String type, String description, boolean deprecated, String since) {

	static ConfigurationProperty of(JsonNode node) {
		return new ConfigurationProperty(node.path("name").asString(), node.path("type").asString(""),
				node.path("description").asString(""), node.has("deprecation") || node.path("deprecated").asBoolean(),
				node.path("deprecation").path("since").asString(""));
	}

	Stream<String> violations() {
		return Stream
			.of(unless(this.name.matches("(mainstay|management\\.(endpoint|health))\\..+"),
					"is outside the namespace of Mainstay"),
					unless(this.name.matches("[a-z0-9.-]+"), "is not in kebab case"),
					unless(!this.description.isBlank(), "has no description"),
					unless(this.description
						.matches("(?s)(?!(The|A|An)\\b)\\p{Lu}.*|\\s*"),
							"has a description that does not start as a sentence, or starts with an article"),
					unless(!isBoolean() || this.description.matches("(?s)(Whether|Enable) .*"),
							"has a description that does not start with 'Whether' or 'Enable', as that of a switch does"),
					unless(!isCollection() || this.description.startsWith("Comma-separated list "),
							"has a description that does not start with 'Comma-separated list', as that of a list does"),
					unless(!this.deprecated || !this.since.isBlank(), "does not say since when it is deprecated"))
			.flatMap((violation) -> violation);
	}

	private boolean isBoolean() {
		return this.type.equals("java.lang.Boolean");
	}

	/** Of single values; what has members of its own is not written with commas. */
	private boolean isCollection() {
		return this.type.matches("java\\.util\\.(List|Set|Collection)<[^$]*|[^$]*\\[]");
	}

	private Stream<String> unless(boolean right, String violation) {
		return right ? Stream.empty() : Stream.of(this.name + " " + violation);
	}

}
