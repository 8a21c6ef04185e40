package dev.mainstay.observability.logging;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.env.Environment;

/**
 * Remembers of which kind the values of each name are, so that they stay of it: an index
 * refuses a line with a text where it has seen numbers. What is of another kind gets
 * another name. Thread-safe; holds a bounded number of names, the first ones.
 */
final class AttributeKinds {

	static final int MAX_NAMES = 1000;

	private static final int MAX_LENGTH = 128;

	private static final Map<Environment, AttributeKinds> ofApplications = Collections
		.synchronizedMap(new WeakHashMap<>());

	private final Map<String, AttributeKind> kinds = new ConcurrentHashMap<>();

	/**
	 * What all lines of an application share, whichever appender writes them.
	 */
	static AttributeKinds of(Environment environment) {
		return ofApplications.computeIfAbsent(environment, (key) -> new AttributeKinds());
	}

	/**
	 * The name for a value of a kind.
	 * @param path what is in front of the name, empty or with a dot at its end
	 */
	String name(String path, String name, AttributeKind kind) {
		String result = name;
		while (isOther(path.isEmpty() ? result : path + result, kind)) {
			result += kind.suffix();
		}
		return result;
	}

	private boolean isOther(String name, AttributeKind kind) {
		AttributeKind known = this.kinds.get(name);
		if (known == null && name.length() <= MAX_LENGTH && this.kinds.size() < MAX_NAMES) {
			known = this.kinds.putIfAbsent(name, kind);
		}
		return known != null && known != kind;
	}

	/**
	 * The name for a text that stands for a value of any kind, such as what is written
	 * for a number that is none. It decides nothing about its name.
	 */
	String nameOfSubstitute(String path, String name) {
		return (this.kinds.get(path + name) == AttributeKind.TEXT) ? name
				: name(path, name + AttributeKind.TEXT.suffix(), AttributeKind.TEXT);
	}

}
