package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Where HikariCP keeps its pool, once the first connection has been asked for. Spring
 * Boot reads this very field for its metrics, and would find nothing in a subclass that
 * passes its calls on. It is set once, so a copy stays right. Thread-safe.
 */
final class HikariPoolField {

	private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";

	private final Field field;

	private final Object from;

	private final Object to;

	private volatile boolean copied;

	private HikariPoolField(Field field, Object from, Object to) {
		this.field = field;
		this.from = from;
		this.to = to;
	}

	/** If the data source is one of HikariCP, and has the field. */
	static @Nullable HikariPoolField of(Object from, Object to) {
		for (Class<?> type = from.getClass(); type != null; type = type.getSuperclass()) {
			Field field = type.getName().equals(HIKARI) ? ReflectionUtils.findField(type, "pool") : null;
			if (field != null && field.trySetAccessible()) {
				return new HikariPoolField(field, from, to);
			}
		}
		return null;
	}

	void copy() {
		if (!this.copied) {
			Object pool = ReflectionUtils.getField(this.field, this.from);
			if (pool != null) {
				ReflectionUtils.setField(this.field, this.to, pool);
				this.copied = true;
			}
		}
	}

}
