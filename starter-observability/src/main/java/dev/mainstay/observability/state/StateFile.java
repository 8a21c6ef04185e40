package dev.mainstay.observability.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

import org.jspecify.annotations.Nullable;

/**
 * A file in which something outlives the process. It is written as a whole or not at all,
 * and read by its owner only. Not for two writers at a time.
 *
 * @since 0.1.0
 */
public final class StateFile {

	private final Path file;

	/**
	 * Create it; nothing is read or written yet.
	 * @param file the file, whose folder is made if need be
	 */
	public StateFile(Path file) {
		this.file = file.toAbsolutePath();
	}

	/**
	 * What a property means that is set to nothing, as a placeholder may be.
	 * @param file the value of the property
	 * @return the file, {@code null} if it is empty
	 */
	public static @Nullable Path orNone(@Nullable Path file) {
		return (file != null && !file.toString().isBlank()) ? file : null;
	}

	/**
	 * Read what an earlier process has left.
	 * @return the content, {@code null} if there is no file
	 * @throws IOException if there is one that cannot be read
	 */
	public byte @Nullable [] read() throws IOException {
		return Files.exists(this.file) ? Files.readAllBytes(this.file) : null;
	}

	/**
	 * Write the file.
	 * @param content all of it
	 * @throws IOException if that cannot be done; the file is then as it was
	 */
	public void write(byte[] content) throws IOException {
		Path folder = this.file.getParent();
		Files.createDirectories(folder);
		Path whole = Files.createTempFile(folder, this.file.getFileName() + ".", ".new");
		try {
			onlyForOwner(whole);
			Files.write(whole, content);
			Files.move(whole, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(whole);
		}
	}

	/** It may tell more than anybody else on the machine is to know. */
	private static void onlyForOwner(Path file) throws IOException {
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(file,
					EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
		}
	}

	@Override
	public String toString() {
		return this.file.toString();
	}

}
