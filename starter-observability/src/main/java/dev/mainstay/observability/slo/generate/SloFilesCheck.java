package dev.mainstay.observability.slo.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Holds the generated files that live beside the code of a service against its
 * objectives. Called by a test of the service: <pre class="code">
 * &#64;SpringBootTest
 * class SloFilesTests {
 *
 *     &#64;Test
 *     void areUpToDate(&#64;Autowired SloFiles files) throws IOException {
 *         SloFilesCheck.check(files, Path.of("slo"));
 *     }
 *
 * }</pre> With {@code -Dmainstay.slo.write=true} it writes the files instead.
 *
 * @since 0.1.0
 */
public final class SloFilesCheck {

	/**
	 * The system property that has the files written.
	 */
	public static final String WRITE = "mainstay.slo.write";

	private SloFilesCheck() {
	}

	/**
	 * Compare the files with what the objectives say now, or write them.
	 * @param files what the objectives say now
	 * @param folder where the files are, relative to the folder that the build runs in
	 * @throws IOException if a file cannot be read or written
	 * @throws AssertionError if a file is missing or says something else
	 */
	public static void check(SloFiles files, Path folder) throws IOException {
		if (Boolean.getBoolean(WRITE)) {
			write(files, folder);
		}
		compare(files, folder);
	}

	static void compare(SloFiles files, Path folder) throws IOException {
		for (Map.Entry<String, String> file : files.byName().entrySet()) {
			Path path = folder.resolve(file.getKey());
			String difference = difference(path, file.getValue());
			if (difference != null) {
				throw new AssertionError(path + " " + difference + ". Run this test once with -D" + WRITE
						+ "=true, look at what has changed, and commit it.");
			}
		}
	}

	/**
	 * Write the files.
	 * @param files what to write
	 * @param folder where to, made if it is not there
	 * @throws IOException if a file cannot be written
	 */
	public static void write(SloFiles files, Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Map.Entry<String, String> file : files.byName().entrySet()) {
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
	}

	/** A checkout on Windows may have changed the ends of the lines. */
	private static @Nullable String difference(Path path, String wanted) throws IOException {
		if (!Files.exists(path)) {
			return "is missing";
		}
		String[] found = Files.readString(path).replace("\r\n", "\n").split("\n", -1);
		String[] lines = wanted.split("\n", -1);
		for (int i = 0; i < Math.max(found.length, lines.length); i++) {
			if (i >= found.length || i >= lines.length || !found[i].equals(lines[i])) {
				return "is not what the objectives say, from line " + (i + 1) + " on";
			}
		}
		return null;
	}

}
