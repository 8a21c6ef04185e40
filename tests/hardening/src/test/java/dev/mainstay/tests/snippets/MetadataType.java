package dev.mainstay.tests.snippets;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Reads types as metadata writes them: {@code java.util.Map<java.lang.String,a.B$C>}.
 */
final class MetadataType {

	private MetadataType() {
	}

	static ResolvableType parse(String type) throws ClassNotFoundException {
		int generics = type.indexOf('<');
		Class<?> raw = ClassUtils.forName((generics < 0) ? type : type.substring(0, generics),
				MetadataType.class.getClassLoader());
		if (generics < 0) {
			return ResolvableType.forClass(raw);
		}
		List<ResolvableType> arguments = new ArrayList<>();
		for (String argument : split(type.substring(generics + 1, type.length() - 1))) {
			arguments.add(parse(argument));
		}
		return ResolvableType.forClassWithGenerics(raw, arguments.toArray(ResolvableType[]::new));
	}

	/** At the commas that are in no brackets. */
	private static List<String> split(String arguments) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int index = 0; index < arguments.length(); index++) {
			char character = arguments.charAt(index);
			depth += (character == '<') ? 1 : (character == '>') ? -1 : 0;
			if (character == ',' && depth == 0) {
				parts.add(arguments.substring(start, index));
				start = index + 1;
			}
		}
		parts.add(arguments.substring(start));
		return parts;
	}

}
