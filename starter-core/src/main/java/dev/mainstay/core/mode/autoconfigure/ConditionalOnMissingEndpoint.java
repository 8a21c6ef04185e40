package dev.mainstay.core.mode.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches when no bean is a management endpoint with a given id. Two endpoints with one
 * id stop the start, and the application's own comes first. For {@code @Bean} methods of
 * auto-configurations in whose class Actuator is known to be present.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnMissingEndpointCondition.class)
public @interface ConditionalOnMissingEndpoint {

	/**
	 * The id of the endpoint.
	 * @return the id, as in {@code @Endpoint}
	 */
	String value();

}
