package dev.mainstay.resilience.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes every call of a method of a bean one of {@link Resilience}, or of all public
 * methods of a class. The method has to be safe to do twice, unless {@link #repetition()}
 * says that it is not. It is around the transaction of the method, so that each attempt
 * has its own.
 * <p>
 * Only calls from other beans count, as a bean that calls itself meets no proxy. A method
 * whose result comes later, such as a future or a {@code Mono}, has no outcome to decide
 * on when it returns, and stops the start.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface Resilient {

	/**
	 * The name of what is called: settings and state are those of the client with this
	 * name.
	 * @return the name
	 */
	String value();

	/**
	 * Whether the method is safe to do twice.
	 * @return whether it may be done again
	 */
	Repetition repetition() default Repetition.SAFE;

	/**
	 * The name of a method of the same class that answers instead when the call has
	 * failed for good. It has the same parameters and is for failures of the dependency;
	 * or has one more, an exception, and is for all failures of that type. There may be
	 * several with the name; the one with the nearest type answers.
	 * @return the name, empty for none
	 */
	String fallbackMethod() default "";

}
