package dev.mainstay.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Compares what an application wrote with the published schema of a log line. The
 * validator is in a class loader of its own, as it would change what the applications run
 * with.
 */
final class LogSchemaCheck {

	private static final @Nullable String SCHEMA = read("/META-INF/mainstay/log-schema-1.json");

	private static final Constructor<?> VIOLATIONS = constructor();

	private LogSchemaCheck() {
	}

	/**
	 * Fail if a line of JSON is not of the schema, or a type flips. Text, and JSON of
	 * Spring Boot, is no matter.
	 * @param lines all lines of one application
	 */
	static void check(List<String> lines) {
		List<String> ofJson = lines.stream().filter((line) -> line.startsWith("{\"@timestamp\"")).toList();
		if (SCHEMA == null || ofJson.isEmpty()) {
			return;
		}
		List<String> violations = violations(SCHEMA, ofJson);
		if (!violations.isEmpty()) {
			throw new AssertionError("Not of the schema of a log line:\n" + String.join("\n", violations));
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> violations(String schema, List<String> lines) {
		try {
			return ((Function<List<String>, List<String>>) VIOLATIONS.newInstance(schema)).apply(lines);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Constructor<?> constructor() {
		try {
			List<URL> urls = new ArrayList<>();
			urls.add(LogSchemaCheck.class.getProtectionDomain().getCodeSource().getLocation());
			for (String jar : String.valueOf(read("/validator-class-path.txt")).trim().split(File.pathSeparator)) {
				urls.add(Path.of(jar).toUri().toURL());
			}
			ClassLoader apart = new URLClassLoader("validator", urls.toArray(URL[]::new),
					ClassLoader.getPlatformClassLoader());
			Constructor<?> constructor = apart.loadClass(SchemaViolations.class.getName())
				.getDeclaredConstructor(String.class);
			constructor.setAccessible(true);
			return constructor;
		}
		catch (ReflectiveOperationException | MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable String read(String resource) {
		try (InputStream stream = LogSchemaCheck.class.getResourceAsStream(resource)) {
			return (stream != null) ? new String(stream.readAllBytes(), StandardCharsets.UTF_8) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
