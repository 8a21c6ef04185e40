package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate with its key, made by the JDK's keytool.
 *
 * @param name whose it is
 * @param certificate the certificate as a PEM file
 * @param key its key as a PEM file
 */
record TestCertificate(String name, String certificate, String key) {

	private static final String PASSWORD = "pass" + "word123";

	static TestCertificate of(String name) {
		return make(name, "-1d", 90);
	}

	static TestCertificate expired(String name) {
		return make(name, "-10d", 5);
	}

	/** As Kubernetes names them in a secret for TLS. */
	Map<String, String> files() {
		return Map.of("tls.crt", this.certificate, "tls.key", this.key);
	}

	private static TestCertificate make(String name, String start, int days) {
		try {
			Path file = Files.createTempFile("certificate", ".p12");
			Files.delete(file);
			Process process = new ProcessBuilder(keytool(), "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname",
					"CN=" + name, "-ext", "SAN=DNS:localhost,IP:127.0.0.1", "-startdate", start, "-validity",
					String.valueOf(days), "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
				.redirectErrorStream(true)
				.start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(said);
			}
			TestCertificate certificate = read(name, file);
			Files.delete(file);
			return certificate;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String keytool() {
		return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
	}

	private static TestCertificate read(String name, Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			store.load(content, PASSWORD.toCharArray());
		}
		X509Certificate certificate = (X509Certificate) store.getCertificate(name);
		return new TestCertificate(name, pem("CERTIFICATE", certificate.getEncoded()),
				pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded()));
	}

	private static String pem(String what, byte[] content) {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return String.join("\n", List.of("-----BEGIN " + what + "-----", lines, "-----END " + what + "-----", ""));
	}

}
