package dev.mainstay.core.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on an exception class what a caller is told of it. Read when an exception of the
 * class, or of one below it, was handled by nobody. Beans of type {@link ProblemMapper}
 * and {@code mainstay.problem.exceptions} come before it.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface ProblemMapping {

	/**
	 * The word that callers may branch on.
	 * @return a code of the catalogue or one of your own, such as {@code out-of-stock}
	 */
	String code();

	/**
	 * The HTTP status.
	 * @return a status from 400 to 599
	 */
	int status();

	/**
	 * The kind of problem in a few words.
	 * @return the title; empty for that of the catalogue, or the words of the code
	 */
	String title() default "";

}
