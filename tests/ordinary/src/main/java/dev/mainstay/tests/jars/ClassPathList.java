package dev.mainstay.tests.jars;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The jars of a class path, as the build resolved them.
 */
public final class ClassPathList {

	/**
	 * A line such as {@code group:artifact:jar:version:scope:/path/to.jar -- module x}.
	 */
	private static final Pattern LINE = Pattern
		.compile("\\s+([^:\\s]+:[^:\\s]+):jar:(?:[^:\\s]+:)?[^:\\s]+:(?:compile|runtime):(\\S+?)(?:\\s.*)?");

	private final Map<String, Long> sizes;

	private ClassPathList(Map<String, Long> sizes) {
		this.sizes = sizes;
	}

	/**
	 * The jars that the module under test adds to the ordinary application.
	 * @return the jars, without the module's own
	 */
	public static ClassPathList added() {
		Map<String, Long> sizes = new TreeMap<>(read("/jars.txt"));
		sizes.keySet().removeAll(read("/ordinary-jars.txt").keySet());
		return new ClassPathList(sizes);
	}

	private static Map<String, Long> read(String resource) {
		InputStream stream = ClassPathList.class.getResourceAsStream(resource);
		if (stream == null) {
			throw new IllegalStateException(resource + " is missing; run the tests with Maven, which lists the jars");
		}
		Map<String, Long> sizes = new TreeMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			for (@Nullable
			String line = lines.readLine(); line != null; line = lines.readLine()) {
				Matcher matcher = LINE.matcher(line);
				if (matcher.matches()) {
					Path file = Path.of(matcher.group(2));
					sizes.put(matcher.group(1), Files.isRegularFile(file) ? Files.size(file) : 0L);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sizes;
	}

	/**
	 * The jars with their sizes.
	 * @return bytes by {@code group:artifact}, 0 for a module of this build
	 */
	public Map<String, Long> sizes() {
		return this.sizes;
	}

	/**
	 * The size of all jars.
	 * @return bytes
	 */
	public long totalSize() {
		return this.sizes.values().stream().mapToLong(Long::longValue).sum();
	}

}
