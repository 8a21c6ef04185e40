package dev.mainstay.tests.bad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import net.bytebuddy.ByteBuddy;

/**
 * A jar that is made up for a test.
 */
final class Jar {

	private final String name;

	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	private Jar(String name) {
		this.name = name;
	}

	/** Libraries that have no place in a production, and a policy that nobody obeys. */
	static List<Jar> bad() {
		return List.of(
				new Jar("spring-boot-devtools-4.1.1.jar")
					.withType("org.springframework.boot.devtools.restart.Restarter"),
				new Jar("commons-collections-3.2.1.jar")
					.with("org/apache/commons/collections/functors/InvokerTransformer.class", ""),
				new Jar("acme-prices-2.0-SNAPSHOT.jar"), new Jar("acme-taxes-1.4.jar").ofModule("acme.taxes"),
				new Jar("acme-taxes-1.5.jar").ofModule("acme.taxes"),
				new Jar("acme-policy-7.jar").with("META-INF/mainstay/policy.properties",
						"server.shutdown=graceful\nmainstay.hardening.locked=server.shutdown\n"),
				new Jar("shop-1.0.jar")
					.with("config/unprotected.properties",
							"catalogue.storage.id=" + "AK" + "IA" + "QWERTZUIOPLKJHGF" + "\n")
					.with("static/index.html", "<h1>Shop</h1>"));
	}

	/** What a build writes beside the classes. */
	static List<Jar> good() {
		return List.of(new Jar("careful-0.1.0-SNAPSHOT.jar")
			.with("META-INF/build-info.properties", "build.name=careful\nbuild.version=0.1.0-SNAPSHOT\n")
			.with("META-INF/sbom/bom.json", "{}"));
	}

	private Jar ofModule(String module) {
		return with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nAutomatic-Module-Name: " + module + "\n");
	}

	private Jar withType(String type) {
		this.entries.put(type.replace('.', '/') + ".class",
				new ByteBuddy().subclass(Object.class).name(type).make().getBytes());
		return this;
	}

	private Jar with(String path, String content) {
		this.entries.put(path, content.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	URL writeTo(Path directory) {
		Path file = directory.resolve(this.name);
		this.entries.putIfAbsent("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, byte[]> entry : this.entries.entrySet()) {
				output.putNextEntry(new ZipEntry(entry.getKey()));
				output.write(entry.getValue());
			}
			return file.toUri().toURL();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
