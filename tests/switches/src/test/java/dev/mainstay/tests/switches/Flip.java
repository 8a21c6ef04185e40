package dev.mainstay.tests.switches;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A property, a value other than its default, and what a caller or the operator sees
 * before and after.
 *
 * @param property the name of the property
 * @param value the value; of a map an entry, such as {@code [key]=value} or
 * {@code .key=value}
 * @param given other properties that hold before and after
 * @param probe looks at the service
 * @param before what it sees with the default
 * @param after what it sees with the value
 */
record Flip(String property, String value, List<String> given, Function<Service, String> probe, String before,
		String after) {

	static Flip of(String property, String value, Function<Service, String> probe, String before, String after) {
		return new Flip("mainstay." + property, value, List.of(), probe, before, after);
	}

	Flip given(String... properties) {
		return new Flip(this.property, this.value, List.of(properties), this.probe, this.before, this.after);
	}

	String[] argumentsBefore() {
		return this.given.stream().map((it) -> "--" + it).toArray(String[]::new);
	}

	String[] argumentsAfter() {
		String[] arguments = Arrays.copyOf(argumentsBefore(), this.given.size() + 1);
		String entry = this.value.matches("[\\[.].+") ? this.value : "=" + this.value;
		arguments[this.given.size()] = "--" + this.property + entry;
		return arguments;
	}

	@Override
	public String toString() {
		return this.property + "=" + this.value;
	}

}
