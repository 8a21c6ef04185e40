package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.Set;

import dev.mainstay.core.request.RequestIds;
import org.jspecify.annotations.Nullable;

/**
 * Counts the names that an event uses for more than one thing. Nothing is lost by it
 * here, as the fields of the line, the MDC and the attributes are objects of their own;
 * it is where they are made one.
 */
final class SharedNames {

	private static final Set<String> FIELDS = Set.of(LogFields.TIMESTAMP, LogFields.LEVEL, LogFields.MESSAGE,
			LogFields.LOGGER_NAME, LogFields.THREAD_NAME, LogFields.SERVICE_NAME, LogFields.SERVICE_VERSION,
			LogFields.ENVIRONMENT_NAME, LogFields.TRACE_ID, LogFields.SPAN_ID, LogFields.REQUEST_ID,
			LogFields.STACK_TRACE, LogFields.STACK_HASH, LogFields.TAGS, LogFields.CONTEXT, LogFields.ATTRIBUTES,
			LogFields.TRUNCATED, LogFields.SCHEMA);

	private static final Set<String> IDS = Set.of(MdcFields.TRACE_ID_KEY, MdcFields.SPAN_ID_KEY, RequestIds.MDC_KEY);

	private static final String[] NONE = {};

	private SharedNames() {
	}

	static int count(Map<String, String> mdc, NamedValues attributes) {
		if (mdc.isEmpty() && attributes.size() == 0) {
			return 0;
		}
		@Nullable String[] keys = mdc.isEmpty() ? NONE : mdc.keySet().toArray(NONE);
		int shared = 0;
		for (String name : keys) {
			if (name != null && !IDS.contains(name)) {
				shared += (FIELDS.contains(name) || isWithin(name, keys, attributes)) ? 1 : 0;
			}
		}
		for (int place = 0; place < attributes.size(); place++) {
			String name = attributes.name(place);
			boolean taken = FIELDS.contains(name) || (keys.length > 0 && mdc.containsKey(name));
			shared += (taken || isWithin(name, keys, attributes)) ? 1 : 0;
		}
		return shared;
	}

	/**
	 * Dots are taken for objects: {@code user.id} would be within a text {@code user}.
	 */
	private static boolean isWithin(String name, @Nullable String[] keys, NamedValues attributes) {
		return name.indexOf('.') > 0 && (hasOuter(name, keys) || hasOuter(name, attributes));
	}

	private static boolean hasOuter(String name, @Nullable String[] keys) {
		for (String key : keys) {
			if (key != null && isOuter(key, name)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasOuter(String name, NamedValues attributes) {
		for (int place = 0; place < attributes.size(); place++) {
			if (isOuter(attributes.name(place), name)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOuter(String outer, String name) {
		return outer.length() < name.length() && name.charAt(outer.length()) == '.' && name.startsWith(outer);
	}

}
