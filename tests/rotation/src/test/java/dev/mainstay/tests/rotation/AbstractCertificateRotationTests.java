package dev.mainstay.tests.rotation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real server over TLS, whose certificate is replaced while clients connect.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractCertificateRotationTests {

	private static final TestCertificate FIRST = TestCertificate.of("first");

	private static final TestCertificate SECOND = TestCertificate.of("second");

	private final String stack;

	@TempDir
	private Path folder;

	private MountedSecret secret;

	private Running application;

	private TlsClient client;

	AbstractCertificateRotationTests(String stack) {
		this.stack = stack;
	}

	@BeforeEach
	void start() {
		this.secret = new MountedSecret(this.folder.resolve("tls"), FIRST.files());
		start(new String[0]);
	}

	private void start(String... more) {
		String[] arguments = new String[more.length + 5];
		arguments[0] = "--spring.main.web-application-type=" + this.stack;
		arguments[1] = "--server.ssl.bundle=web";
		arguments[2] = "--spring.ssl.bundle.pem.web.keystore.certificate=file:" + this.secret.file("tls.crt");
		arguments[3] = "--spring.ssl.bundle.pem.web.keystore.private-key=" + this.secret.file("tls.key");
		arguments[4] = Running.EXCLUDE_DATABASE;
		System.arraycopy(more, 0, arguments, 5, more.length);
		this.application = Running.start(arguments);
		this.client = new TlsClient(this.application.port());
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void aNewCertificateIsShownWithoutARestartAndWithoutAFailedConnection() {
		try (Repeated clients = new Repeated(this.client::peer)) {
			Await.until(() -> assertThat(clients.seen()).containsExactly("first"));
			this.secret.update(SECOND.files());
			Await.until(() -> assertThat(clients.seen()).contains("second"));
			this.secret.update(FIRST.files());
			Await.until(() -> assertThat(this.application.taken("ssl-bundle")).isEqualTo(2));
			assertThat(clients.failures()).isEmpty();
			assertThat(clients.times()).isGreaterThan(10);
		}
		assertThat(this.application.refused("ssl-bundle")).isZero();
	}

	@Test
	void whatCannotWorkIsNotUsedAndSaidOnce(CapturedOutput output) {
		this.secret.update(Map.of("tls.crt", SECOND.certificate(), "tls.key", FIRST.key()));
		Await.until(() -> assertThat(this.application.refused("ssl-bundle")).isEqualTo(1));
		staysAsItWas();
		this.secret.update(Map.of("tls.crt", SECOND.certificate(), "tls.key",
				SECOND.key().substring(0, SECOND.key().length() / 2)));
		Await.until(() -> assertThat(this.application.refused("ssl-bundle")).isEqualTo(2));
		staysAsItWas();
		this.secret.update(TestCertificate.expired("expired").files());
		Await.until(() -> assertThat(this.application.refused("ssl-bundle")).isEqualTo(3));
		staysAsItWas();
		this.secret.update(SECOND.files());
		Await.until(() -> assertThat(peer()).isEqualTo("second"));
		assertThat(output.getOut().lines().filter((line) -> line.contains("stays as it was"))).hasSize(3);
		assertThat(output)
			.contains("its private key does not belong to its certificate", "it cannot be read",
					"its certificate has already expired")
			.doesNotContain("Unexpected SSL reload error");
	}

	@Test
	void aFileThatIsMissingForAMomentIsNoChange() throws Exception {
		Path file = this.secret.file("tls.crt");
		Path target = Files.readSymbolicLink(file);
		Files.delete(file);
		assertThat(peer()).isEqualTo("first");
		Files.createSymbolicLink(file, target);
		this.secret.update(SECOND.files());
		Await.until(() -> assertThat(peer()).isEqualTo("second"));
		assertThat(this.application.refused("ssl-bundle")).isZero();
	}

	@Test
	void whatSpringBootReadsAgainIsCheckedAsWell(CapturedOutput output) {
		stop();
		start("--spring.ssl.bundle.pem.web.reload-on-update=true", "--spring.ssl.bundle.watch.file.quiet-period=200ms");
		this.secret.update(Map.of("tls.crt", SECOND.certificate(), "tls.key", FIRST.key()));
		Await.until(() -> assertThat(this.application.refused("ssl-bundle")).isEqualTo(1));
		staysAsItWas();
		this.secret.update(SECOND.files());
		Await.until(() -> assertThat(peer()).isEqualTo("second"));
		assertThat(output).doesNotContain("Unexpected SSL reload error");
	}

	@Test
	void nothingIsReadAgainWhereTheApplicationSaysSo() {
		stop();
		start("--spring.ssl.bundle.pem.web.reload-on-update=false");
		assertThat(this.application.bean(dev.mainstay.security.secrets.SecretsWatch.class).describe()).isNull();
	}

	private void staysAsItWas() {
		assertThat(peer()).isEqualTo("first");
		assertThat(this.application.bean(SslBundles.class).getBundle("web").createSslContext()).isNotNull();
	}

	private String peer() {
		try {
			return this.client.peer();
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

}
