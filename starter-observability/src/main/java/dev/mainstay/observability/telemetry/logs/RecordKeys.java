package dev.mainstay.observability.telemetry.logs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The keys of attributes by the names that lines have for them. A key that is used again
 * has its bytes ready for the export. Holds a bounded number, the first ones.
 * Thread-safe.
 */
final class RecordKeys {

	private static final int MAX_NAMES = 1000;

	private static final int MAX_LENGTH = 128;

	private final Map<String, Keys> byName = new ConcurrentHashMap<>();

	private final UnaryOperator<String> naming;

	/**
	 * Create keys.
	 * @param naming tells the name of the attribute
	 */
	RecordKeys(UnaryOperator<String> naming) {
		this.naming = naming;
	}

	Keys of(String name) {
		Keys known = this.byName.get(name);
		if (known != null) {
			return known;
		}
		Keys keys = Keys.named(this.naming.apply(name));
		if (name.length() <= MAX_LENGTH && this.byName.size() < MAX_NAMES) {
			this.byName.put(name, keys);
		}
		return keys;
	}

	/**
	 * One name for values of each kind.
	 */
	record Keys(AttributeKey<String> text, AttributeKey<Boolean> flag, AttributeKey<Long> integer,
			AttributeKey<Double> decimal, AttributeKey<List<String>> texts) {

		static Keys named(String name) {
			return new Keys(AttributeKey.stringKey(name), AttributeKey.booleanKey(name), AttributeKey.longKey(name),
					AttributeKey.doubleKey(name), AttributeKey.stringArrayKey(name));
		}

	}

}
