package dev.mainstay.security.secrets;

import java.util.Set;

/**
 * Files of a config tree have changed, and the environment has their new values already.
 * Published as an application event, on the thread that watches the files, once for each
 * folder and change; whoever keeps a value of one of the properties reads it again from
 * the environment. Never holds a value. Immutable.
 *
 * @param names the names of the properties, as their files are named, such as
 * {@code spring.datasource.password} or {@code DB_PASSWORD}
 * @since 0.1.0
 */
public record SecretsChangedEvent(Set<String> names) {

	/**
	 * Create an event.
	 */
	public SecretsChangedEvent {
		names = Set.copyOf(names);
	}

}
