package dev.mainstay.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an application is started in a JVM of its own: with the class path of the test, or
 * from an executable jar. Immutable.
 */
public final class Launch {

	/** From this version on the JVM itself writes lines about what Netty loads. */
	private static final int WARNS_OF_NATIVE_ACCESS = 24;

	/** What the machine sets for other applications would also configure this one. */
	private static final Pattern SETTINGS = Pattern.compile(
			"(?:MAINSTAY|SPRING|MANAGEMENT|LOGGING|SERVER|OTEL)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS");

	private final List<String> jvm;

	private final List<String> application;

	private final Map<String, String> variables;

	private Launch(List<String> jvm, List<String> application, Map<String, String> variables) {
		this.jvm = jvm;
		this.application = application;
		this.variables = variables;
	}

	/**
	 * Start a class of the test's class path.
	 * @param main the main class
	 * @return the launch
	 */
	public static Launch of(Class<?> main) {
		return new Launch(List.of(), List.of("-cp", System.getProperty("java.class.path"), main.getName()), Map.of());
	}

	/**
	 * Start an executable jar.
	 * @param jar the jar
	 * @return the launch
	 */
	public static Launch of(Path jar) {
		return new Launch(List.of(), List.of("-jar", jar.toString()), Map.of());
	}

	/**
	 * With a directory in front of the class path.
	 * @param directory the directory, may be empty
	 * @return another launch
	 */
	public Launch withClassPath(String directory) {
		if (directory.isEmpty()) {
			return this;
		}
		String classPath = directory + File.pathSeparator + this.application.get(1);
		return new Launch(this.jvm, List.of(this.application.get(0), classPath, this.application.get(2)),
				this.variables);
	}

	/**
	 * With an option for the JVM.
	 * @param option the option, such as {@code -javaagent:x.jar}
	 * @return another launch
	 */
	public Launch withOption(String option) {
		return new Launch(Stream.concat(this.jvm.stream(), Stream.of(option)).toList(), this.application,
				this.variables);
	}

	/**
	 * With a variable in the environment.
	 * @param name the name of the variable
	 * @param value its value
	 * @return another launch
	 */
	public Launch withVariable(String name, String value) {
		Map<String, String> all = new TreeMap<>(this.variables);
		all.put(name, value);
		return new Launch(this.jvm, this.application, all);
	}

	Process start(String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
		if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(this.jvm);
		command.addAll(this.application);
		command.addAll(World.ARGUMENTS);
		command.addAll(List.of(arguments));
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
			builder.environment().keySet().removeIf((name) -> SETTINGS.matcher(name).matches());
			builder.environment().putAll(this.variables);
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
