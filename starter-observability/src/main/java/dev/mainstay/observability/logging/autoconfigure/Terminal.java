package dev.mainstay.observability.logging.autoconfigure;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Tells whether somebody reads standard output as it is written.
 */
final class Terminal {

	/** Set by the build plugins of Spring Boot, which start the service behind a pipe. */
	private static final String CONSOLE_AVAILABLE = "spring.output.ansi.console-available";

	/** JDK 22 to 24 have a console off a terminal too, and this method to tell. */
	private static final @Nullable MethodHandle IS_TERMINAL = isTerminalMethod();

	private Terminal() {
	}

	static boolean isAttached(Environment environment) {
		return environment.getProperty(CONSOLE_AVAILABLE, Boolean.class, false) || isTerminal(System.console());
	}

	private static boolean isTerminal(@Nullable Console console) {
		if (console == null || IS_TERMINAL == null) {
			return console != null;
		}
		try {
			return (boolean) IS_TERMINAL.invokeExact(console);
		}
		catch (Throwable ex) {
			return false;
		}
	}

	private static @Nullable MethodHandle isTerminalMethod() {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
