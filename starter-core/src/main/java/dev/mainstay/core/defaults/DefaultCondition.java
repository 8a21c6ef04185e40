package dev.mainstay.core.defaults;

import org.springframework.core.env.Environment;

/**
 * Withholds a default that is wrong for this start, such as a log format that depends on
 * where standard output goes. Loaded from {@code META-INF/spring.factories}; called while
 * the environment is prepared, before there is an application context and before logging
 * is initialised. Needs a constructor without arguments.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DefaultCondition {

	/**
	 * Whether a default is to be set.
	 * @param name the name of the property that a {@code META-INF/mainstay} file sets
	 * @param environment the environment with everything that the application sets
	 * @return {@code false} to withhold it; {@code true} if it is right or none of this
	 * condition's business
	 */
	boolean matches(String name, Environment environment);

}
