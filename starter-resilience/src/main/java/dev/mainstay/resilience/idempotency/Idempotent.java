package dev.mainstay.resilience.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a handler does with idempotency keys. On a class it speaks of its handlers of
 * POST and PATCH, on a method also of PUT and DELETE, and the method wins. What
 * {@code mainstay.idempotency.routes} says of a request wins over both. Asked when the
 * first request comes.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

	/**
	 * What is done with keys.
	 * @return that a request has to carry one, unless said otherwise
	 */
	KeyUse value() default KeyUse.REQUIRED;

	/**
	 * Whether an answer of 5xx is kept and replayed like any other once the handler was
	 * called, instead of freeing the key.
	 * @return whether a repetition gets the same error
	 */
	boolean keepServerErrors() default false;

	/**
	 * What is done with the repetition of an operation whose owner was lost.
	 * @return one policy, or none for that of {@code mainstay.idempotency.on-abandoned}
	 */
	OnAbandoned[] onAbandoned() default {};

	/**
	 * How the effect of the operation and its record belong together.
	 * @return one mode, or none for that of {@code mainstay.idempotency.mode}
	 */
	IdempotencyMode[] mode() default {};

}
