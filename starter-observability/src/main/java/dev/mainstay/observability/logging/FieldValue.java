package dev.mainstay.observability.logging;

import java.lang.reflect.Method;

import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.marker.SingleFieldAppendingMarker;
import org.jspecify.annotations.Nullable;

/**
 * The value of a structured argument, which its class keeps for its subclasses.
 */
final class FieldValue {

	private static final @Nullable Method GETTER = getter();

	private FieldValue() {
	}

	/** Whether something annotated may be in it; in doubt it may. */
	static boolean mayHoldSensitive(SingleFieldAppendingMarker field, MaskingEngine masking) {
		if (!masking.masksAnnotated()) {
			return false;
		}
		try {
			Object value = (GETTER != null) ? GETTER.invoke(field) : field;
			return value == field || (value != null && masking.holdsSensitive(value));
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	private static @Nullable Method getter() {
		try {
			Method getter = SingleFieldAppendingMarker.class.getDeclaredMethod("getFieldValue");
			return getter.trySetAccessible() ? getter : null;
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
