package dev.mainstay.observability.errorgroups.logback;

import java.util.List;

/**
 * What counts in the log.
 *
 * @param warnings whether a failure in a warning is one, too
 * @param debugLoggers the loggers of which {@code DEBUG} is kept, enabled or not, with
 * those below them
 * @since 0.1.0
 */
public record FailureLogSettings(boolean warnings, List<String> debugLoggers) {

	/**
	 * Copy what it is made of.
	 */
	public FailureLogSettings {
		debugLoggers = List.copyOf(debugLoggers);
	}

}
