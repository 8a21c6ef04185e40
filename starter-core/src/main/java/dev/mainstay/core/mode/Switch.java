package dev.mainstay.core.mode;

import org.springframework.core.env.Environment;

/**
 * Reads the switches of features at run time. In an application that was processed ahead
 * of time the conditions of beans have been decided when it was built, so what a switch
 * takes away has to ask again when it is created, and to pass everything through if it is
 * off. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Switch {

	/**
	 * The property that switches all of Mainstay.
	 */
	public static final String MAINSTAY = "mainstay.enabled";

	private static final String ON = "true";

	private Switch() {
	}

	/**
	 * Whether a feature is switched on, as {@code @ConditionalOnBooleanProperty} with
	 * {@code matchIfMissing} decides it. Called when a bean is created, in its
	 * {@code @Bean} method.
	 * @param environment the environment of the running application
	 * @param properties the switches of the feature; {@link #MAINSTAY} always counts and
	 * need not be named
	 * @return whether each of them is {@code true} or not set
	 */
	public static boolean isOn(Environment environment, String... properties) {
		boolean on = isTrue(environment, MAINSTAY);
		for (String property : properties) {
			on = on && isTrue(environment, property);
		}
		return on;
	}

	private static boolean isTrue(Environment environment, String property) {
		return ON.equalsIgnoreCase(environment.getProperty(property, ON));
	}

}
