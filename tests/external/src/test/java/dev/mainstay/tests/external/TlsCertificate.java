package dev.mainstay.tests.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.mainstay.tests.external.Promtool.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate of {@code localhost}, signed by itself and made anew by the JDK's
 * keytool.
 *
 * @param store the file with the certificate and its key
 * @param certificate the certificate alone, as PEM
 */
record TlsCertificate(Path store, Path certificate) {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String PASSWORD = "pass" + "word123";

	static TlsCertificate make(Path folder) throws IOException, InterruptedException {
		Path store = folder.resolve("localhost.p12");
		Path certificate = folder.resolve("localhost.pem");
		keytool(folder, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=DNS:localhost",
				"-validity", "2", "-alias", "localhost", "-storetype", "PKCS12", "-keystore", store.toString(),
				"-storepass", PASSWORD);
		keytool(folder, "-exportcert", "-rfc", "-alias", "localhost", "-file", certificate.toString(), "-keystore",
				store.toString(), "-storepass", PASSWORD);
		return new TlsCertificate(store, certificate);
	}

	private static void keytool(Path folder, String... arguments) throws IOException, InterruptedException {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Answer answer = new ExternalProgram(keytool.toString()).run(folder, PATIENCE, arguments);
		assertThat(answer.code()).as(answer.text()).isZero();
	}

	/** What a service needs to show it. */
	String[] arguments() {
		return new String[] { "--server.ssl.key-store=" + this.store.toUri(), "--server.ssl.key-store-type=PKCS12",
				"--server.ssl.key-store-password=" + PASSWORD };
	}

	/** Trusts it and no other. */
	SSLContext trust() throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(this.store)) {
			trusted.load(content, PASSWORD.toCharArray());
		}
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

}
