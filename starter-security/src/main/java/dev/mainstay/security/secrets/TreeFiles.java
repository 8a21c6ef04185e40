package dev.mainstay.security.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Value;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.io.FileSystemResource;

/**
 * Reads the files of a config tree, by the rules by which Spring Boot finds them.
 */
final class TreeFiles {

	private static final int MAX_DEPTH = 100;

	/** What is longer is no secret; Kubernetes allows no more. */
	private static final int MAX_SIZE = 1024 * 1024;

	private TreeFiles() {
	}

	/** What the application has of a folder, which is read at the latest now. */
	static Map<String, TreeValue> of(ConfigTreePropertySource source) {
		Map<String, TreeValue> values = new TreeMap<>();
		for (String name : source.getPropertyNames()) {
			try {
				Value value = source.getProperty(name);
				if (value != null) {
					values.put(name, read(source.getOrigin(name), value.getInputStream()));
				}
			}
			catch (IOException | IllegalStateException ex) {
				// It has vanished before anybody has read it, and counts as new later.
			}
		}
		return values;
	}

	/**
	 * What is there now.
	 * @param folder the folder
	 * @return the values by name, {@code null} if that cannot be said
	 */
	static @Nullable Map<String, TreeValue> of(Path folder) {
		Map<String, TreeValue> values = new TreeMap<>();
		try (Stream<Path> files = Files.find(folder, MAX_DEPTH,
				(path, attributes) -> attributes.isRegularFile() && attributes.size() <= MAX_SIZE,
				FileVisitOption.FOLLOW_LINKS)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path relative = folder.relativize(file);
				if (!isHidden(relative)) {
					try (InputStream content = Files.newInputStream(file)) {
						values.put(name(relative), read(origin(file), content));
					}
				}
			}
			return values;
		}
		catch (IOException | UncheckedIOException ex) {
			return null;
		}
	}

	/** Kubernetes keeps the files there, and links to those that are up to date. */
	private static boolean isHidden(Path relative) {
		for (Path element : relative) {
			if (element.toString().startsWith("..")) {
				return true;
			}
		}
		return false;
	}

	private static String name(Path relative) {
		StringBuilder name = new StringBuilder();
		for (Path element : relative) {
			name.append(name.isEmpty() ? "" : ".").append(element);
		}
		return name.toString();
	}

	private static Origin origin(Path file) {
		return new TextResourceOrigin(new FileSystemResource(file), new Location(0, 0));
	}

	private static TreeValue read(@Nullable Origin origin, InputStream content) throws IOException {
		return new TreeValue(origin, content.readAllBytes());
	}

}
