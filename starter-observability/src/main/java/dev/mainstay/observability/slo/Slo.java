package dev.mainstay.observability.slo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts each call of a method of a bean, such as a job or a listener, as an event of an
 * objective: bad if it throws, or for an objective of latency if it takes too long. Of a
 * method that returns a {@code CompletionStage}, {@code Mono} or {@code Flux} the end of
 * that counts. Only calls from outside the bean are seen.
 * <p>
 * An objective that methods are for is not about requests, unless it names routes.
 *
 * @since 0.1.0
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Slo {

	/**
	 * The name of the objective, as below {@code mainstay.slo.objectives}. Without such
	 * an objective the application does not start.
	 * @return the name
	 */
	String value();

}
