package dev.mainstay.tests.bad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A key store with a certificate that ends within a week.
 */
final class KeyStoreFile {

	private KeyStoreFile() {
	}

	static void writeTo(Path file) {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		try {
			int result = new ProcessBuilder(
					List.of(keytool, "-genkeypair", "-alias", "shop", "-keyalg", "EC", "-dname", "CN=shop", "-validity",
							"7", "-storetype", "PKCS12", "-storepass", "change" + "it", "-keystore", file.toString()))
				.inheritIO()
				.start()
				.waitFor();
			if (result != 0) {
				throw new IllegalStateException("keytool ends with " + result);
			}
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
