package dev.mainstay.core.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the properties that callers may sort by, on a handler method or on its parameter
 * of type {@code Pageable} or {@code Sort}. The parameter's own list wins. Read once per
 * handler, at its first request. Without it the list is derived from what the handler
 * answers with.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
public @interface SortableBy {

	/**
	 * The properties, as callers send them.
	 * @return the names, nested ones with dots; none if nothing may be sorted by
	 */
	String[] value();

}
