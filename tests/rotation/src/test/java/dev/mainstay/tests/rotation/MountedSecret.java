package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder as the kubelet mounts a secret: each file is a link to {@code ..data}, which
 * is a link to a folder of one version. A new version is a new folder, and {@code ..data}
 * is exchanged for a link to it by one rename; then the old folder is removed.
 */
final class MountedSecret {

	private final Path folder;

	private int version;

	MountedSecret(Path folder, Map<String, String> files) {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
			publish(files);
			for (String name : files.keySet()) {
				Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path file(String name) {
		return this.folder.resolve(name);
	}

	/** Exchange all files at once. */
	void update(Map<String, String> files) {
		try {
			publish(files);
			Path old = this.folder.resolve("..version-" + (this.version - 1));
			for (String name : files.keySet()) {
				Files.delete(old.resolve(name));
			}
			Files.delete(old);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void publish(Map<String, String> files) throws IOException {
		this.version++;
		Path next = Files.createDirectory(this.folder.resolve("..version-" + this.version));
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(next.resolve(file.getKey()), file.getValue());
		}
		Path link = Files.createSymbolicLink(this.folder.resolve("..data_tmp"), next.getFileName());
		Files.move(link, this.folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

}
