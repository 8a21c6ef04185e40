package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.Set;

import dev.mainstay.core.request.RequestIds;

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

	private SharedNames() {
	}

	static int count(Map<String, String> mdc, Map<String, Object> attributes) {
		int shared = 0;
		for (String name : mdc.keySet()) {
			if (name != null && !IDS.contains(name)) {
				shared += (FIELDS.contains(name) || isWithin(name, mdc, attributes)) ? 1 : 0;
			}
		}
		for (String name : attributes.keySet()) {
			boolean taken = FIELDS.contains(name) || mdc.containsKey(name);
			shared += (taken || isWithin(name, mdc, attributes)) ? 1 : 0;
		}
		return shared;
	}

	/**
	 * Dots are taken for objects: {@code user.id} would be within a text {@code user}.
	 */
	private static boolean isWithin(String name, Map<String, String> mdc, Map<String, Object> attributes) {
		return name.indexOf('.') > 0 && (hasOuter(name, mdc) || hasOuter(name, attributes));
	}

	private static boolean hasOuter(String name, Map<String, ?> names) {
		for (String outer : names.keySet()) {
			if (outer != null && outer.length() < name.length() && name.charAt(outer.length()) == '.'
					&& name.startsWith(outer)) {
				return true;
			}
		}
		return false;
	}

}
