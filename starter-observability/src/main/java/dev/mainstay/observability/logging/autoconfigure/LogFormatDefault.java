package dev.mainstay.observability.logging.autoconfigure;

import java.util.Objects;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.mode.Switch;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Withholds the defaults of the log format where the application has a format of its own
 * or somebody reads the log as text.
 */
final class LogFormatDefault implements DefaultCondition {

	static final String ENABLED = "mainstay.logging.enabled";

	static final String FILE_FORMAT = "logging.structured.format.file";

	@Override
	public boolean matches(String name, Environment environment) {
		return switch (name) {
			case LogFormatChoice.CONSOLE_FORMAT -> isJson(environment);
			case FILE_FORMAT -> isJson(environment) && !hasPatternForFile(environment);
			default -> true;
		};
	}

	private static boolean isJson(Environment environment) {
		return Switch.isOn(environment, ENABLED) && LogFormatChoice
			.of(environment, Objects.requireNonNull(ClassUtils.getDefaultClassLoader()),
					() -> Terminal.isAttached(environment))
			.isJson();
	}

	static boolean hasPatternForFile(Environment environment) {
		return LogFormat.of(environment) == LogFormat.AUTO && environment.containsProperty("logging.pattern.file");
	}

}
