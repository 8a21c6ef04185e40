package dev.mainstay.observability.masking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of this field or record component is a secret, whatever it looks like. Where
 * an object is logged or told that holds it, directly or in a map, a list or a field of
 * another object, {@value MaskingEngine#REPLACEMENT} stands in its place: in the text of
 * the object in a message or a key-value pair, in the fields of a structured argument,
 * and in the extensions of a problem.
 * <p>
 * A value that the application has put into a text itself is not known any more:
 * {@code "user " + user}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT })
public @interface Sensitive {

}
