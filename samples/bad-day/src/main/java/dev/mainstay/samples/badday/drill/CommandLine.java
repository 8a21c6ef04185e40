package dev.mainstay.samples.badday.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Options with their values, as {@code --name value} or {@code --name=value}.
 *
 * @param values the values by option, in their order
 */
record CommandLine(Map<String, List<String>> values) {

	/**
	 * Reads the options.
	 * @param valued those that have a value
	 * @param flags those that have none
	 */
	static CommandLine parse(Set<String> valued, Set<String> flags, String... arguments) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (int i = 0; i < arguments.length; i++) {
			String[] parts = arguments[i].split("=", 2);
			boolean hasValue = valued.contains(parts[0]);
			if (!hasValue && !flags.contains(arguments[i])) {
				throw new IllegalArgumentException("Unknown option " + parts[0] + " beside --target");
			}
			if (hasValue && parts.length == 1 && (i + 1 == arguments.length || arguments[i + 1].startsWith("--"))) {
				throw new IllegalArgumentException(parts[0] + ": its value is missing");
			}
			String value = !hasValue ? "" : (parts.length == 2) ? parts[1] : arguments[++i];
			values.computeIfAbsent(parts[0], (name) -> new ArrayList<>()).add(value.strip());
		}
		return new CommandLine(values);
	}

	boolean has(String option) {
		return this.values.containsKey(option);
	}

	List<String> all(String option) {
		return this.values.getOrDefault(option, List.of());
	}

	/**
	 * Returns the value of an option that has to be given, and once.
	 */
	String one(String option) {
		List<String> given = all(option);
		if (given.size() != 1 || given.get(0).isEmpty()) {
			throw new IllegalArgumentException(
					option + ": " + ((given.size() > 1) ? "give it once" : "it is missing, or has no value"));
		}
		return given.get(0);
	}

}
