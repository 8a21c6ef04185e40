package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * The libraries inside an executable jar, by name and size. The sample's own jar is none.
 */
record Libraries(Map<String, Long> sizes) {

	private static final String FOLDER = "BOOT-INF/lib/";

	static Libraries in(Path executable) {
		Map<String, Long> sizes = new TreeMap<>();
		try (JarFile jar = new JarFile(executable.toFile())) {
			jar.stream()
				.filter((entry) -> entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".jar"))
				.filter((entry) -> !entry.getName().startsWith(FOLDER + "mainstay-sample-"))
				.forEach((entry) -> sizes.put(entry.getName().substring(FOLDER.length()), entry.getSize()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not read " + executable, ex);
		}
		return new Libraries(sizes);
	}

	int count() {
		return this.sizes.size();
	}

	double megabytes() {
		return this.sizes.values().stream().mapToLong(Long::longValue).sum() / 1e6;
	}

	List<String> namesBeyond(Libraries other) {
		return this.sizes.keySet().stream().filter((name) -> !other.sizes.containsKey(name)).toList();
	}

}
