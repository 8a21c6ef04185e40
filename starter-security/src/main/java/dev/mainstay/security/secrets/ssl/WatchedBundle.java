package dev.mainstay.security.secrets.ssl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/**
 * An SSL bundle with the digest of the files that it was made of. For one thread.
 */
final class WatchedBundle {

	private final String name;

	private final Supplier<SslBundle> source;

	private final List<Path> files;

	private @Nullable String inUse;

	/** Seen once; taken if it is seen again, as somebody may still be writing. */
	private @Nullable String seen;

	WatchedBundle(String name, Supplier<SslBundle> source, ResourceLoader resources, @Nullable String... locations) {
		this.name = name;
		this.source = source;
		this.files = Arrays.stream(locations)
			.filter((location) -> StringUtils.hasText(location) && !location.contains("-----BEGIN"))
			.map((location) -> file(resources, location))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		this.inUse = digest();
	}

	/** Nothing changes in a jar, nor in what stands in the configuration itself. */
	private static @Nullable Path file(ResourceLoader resources, @Nullable String location) {
		try {
			Resource resource = resources.getResource(String.valueOf(location));
			return resource.isFile() ? resource.getFile().toPath() : null;
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

	boolean hasFiles() {
		return !this.files.isEmpty();
	}

	void look(CheckedSslBundles bundles) {
		String now = digest();
		String before = this.seen;
		this.seen = now;
		if (now == null || !now.equals(before)) {
			return; // is being written, or not there
		}
		if (now.equals(this.inUse)) {
			bundles.forget(this.name);
		}
		else if (bundles.tryUpdate(this.name, this.source)) {
			this.inUse = now;
		}
	}

	/** Is {@code null} while a file is missing. */
	private @Nullable String digest() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Path file : this.files) {
				byte[] content = Files.readAllBytes(file);
				digest.update((content.length + ":").getBytes(StandardCharsets.US_ASCII));
				digest.update(content);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (IOException ex) {
			return null;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
