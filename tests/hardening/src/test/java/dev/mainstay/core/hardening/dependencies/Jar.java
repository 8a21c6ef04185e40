package dev.mainstay.core.hardening.dependencies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * A jar that a test makes up, and a class path of such jars.
 */
final class Jar {

	private static final String MANIFEST = "META-INF/MANIFEST.MF";

	private final String name;

	private final Map<String, String> entries = new LinkedHashMap<>();

	private String manifest = "Manifest-Version: 1.0\n";

	private Jar(String name) {
		this.name = name;
	}

	static Jar named(String name) {
		return new Jar(name);
	}

	/** As Maven builds it. */
	static Jar of(String group, String artifact, String version) {
		return named(artifact + "-" + version + ".jar").describing(group, artifact, version);
	}

	/** As a shaded jar has of what it contains. */
	Jar describing(String group, String artifact, String version) {
		return with("META-INF/maven/" + group + "/" + artifact + "/pom.properties",
				"groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
	}

	Jar with(String path, String content) {
		this.entries.put(path, content);
		return this;
	}

	Jar inManifest(String name, String value) {
		this.manifest += name + ": " + value + "\n";
		return this;
	}

	private URL writeTo(Path directory) {
		Path file = directory.resolve(this.name);
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(file))) {
			output.putNextEntry(new ZipEntry(MANIFEST));
			output.write(this.manifest.getBytes(StandardCharsets.UTF_8));
			for (Map.Entry<String, String> entry : this.entries.entrySet()) {
				output.putNextEntry(new ZipEntry(entry.getKey()));
				output.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
			return file.toUri().toURL();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ClassLoader classPath(Path directory, Jar... jars) {
		URL[] urls = Arrays.stream(jars).map((jar) -> jar.writeTo(directory)).toArray(URL[]::new);
		return new URLClassLoader(urls, Jar.class.getClassLoader()) {

			/** Whether Mainstay itself is jars or folders depends on how it is built. */
			@Override
			public Enumeration<URL> getResources(String name) throws IOException {
				return MANIFEST.equals(name) ? findResources(name) : super.getResources(name);
			}

		};
	}

}
