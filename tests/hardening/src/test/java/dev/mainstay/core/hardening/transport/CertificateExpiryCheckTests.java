package dev.mainstay.core.hardening.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;

class CertificateExpiryCheckTests {

	private static final String SECRET = "pass" + "word123";

	@TempDir
	static Path folder;

	private final CertificateExpiryCheck check = new CertificateExpiryCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class));

	@BeforeAll
	static void makeCertificates() throws Exception {
		make("soon", 10);
		make("later", 90);
	}

	@Test
	void aCertificateThatEndsSoonIsFound() {
		with("keystore", "soon")
			.run((context) -> assertThatLooking(this.check, context).fails("SSL bundle server: CN=soon ends on 2"));
	}

	@Test
	void aCertificateThatEndsLaterPasses() {
		with("keystore", "later").run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aCertificateOfSomebodyElseIsNothingToCheck() {
		with("truststore", "soon").run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aCertificateOutsideOfBundlesIsLookedAtAsWell() {
		outside("server.ssl", "soon")
			.run((context) -> assertThatLooking(this.check, context).fails("server.ssl: CN=soon ends on 2"));
		outside("management.server.ssl", "soon")
			.run((context) -> assertThatLooking(this.check, context).fails("management.server.ssl: CN=soon"));
		outside("server.ssl", "later").run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aCertificateThatCannotBeReadIsUnknown() {
		outside("server.ssl", "missing").run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	private ApplicationContextRunner outside(String prefix, String name) {
		return this.runner.withPropertyValues(prefix + ".key-store=" + folder.resolve(name + ".p12"),
				prefix + ".key-store-password=" + SECRET);
	}

	@Test
	void anApplicationWithoutBundlesHasNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner with(String store, String name) {
		String prefix = "spring.ssl.bundle.jks.server." + store + ".";
		return this.runner.withPropertyValues(prefix + "type=PKCS12", prefix + "password=" + SECRET,
				prefix + "location=file:" + folder.resolve(name + ".p12"));
	}

	private static void make(String name, int days) throws IOException, InterruptedException {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname",
				"CN=" + name, "-validity", String.valueOf(days), "-storetype", "PKCS12", "-keystore",
				folder.resolve(name + ".p12").toString(), "-storepass", SECRET))
			.redirectErrorStream(true)
			.start();
		process.getInputStream().readAllBytes();
		assertThat(process.waitFor()).isZero();
	}

}
