package dev.mainstay.core.hardening.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SecretFileCheckTests {

	private final SecretFileCheck check = new SecretFileCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk
		.withPropertyValues("mainstay.hardening.production=true");

	@TempDir
	private Path folder;

	@Test
	void aKeyThatEverybodyMayReadIsFound() {
		Path key = file("tls.key", "rw-r--r--");
		this.production.withPropertyValues("spring.ssl.bundle.pem.web.keystore.private-key=" + key)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("spring.ssl.bundle.pem.web.keystore.private-key is a file with the permissions rw-r--r--")
				.at(key.toString()));
		this.production.withPropertyValues("server.ssl.key-store=file:" + key)
			.run((context) -> assertThatLooking(this.check, context).fails("server.ssl.key-store"));
	}

	@Test
	void aFileOfAConfigTreeThatEverybodyMayReadIsFound() {
		file("app.api-key", "r--r--r--");
		file("app.name", "r--r--r--");
		tree(this.production)
			.run((context) -> assertThatLooking(this.check, context).fails("app.api-key is a file").at("app.api-key"));
	}

	@Test
	void aFileForTheUserAndItsGroupPasses() {
		file("app.api-key", "r--r-----");
		Path key = file("app.certificate", "rw-------");
		tree(this.production).withPropertyValues("server.ssl.certificate-private-key=" + key)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aTrustStoreAndAFileInsideTheApplicationAreNoSecrets() {
		Path store = file("trust.p12", "rw-r--r--");
		this.production
			.withPropertyValues("server.ssl.trust-store=" + store, "server.ssl.key-store=classpath:missing.p12")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aDeskMayHaveAny() {
		file("app.api-key", "r--r--r--");
		tree(this.desk).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner tree(ApplicationContextRunner runner) {
		return runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addLast(new ConfigTreePropertySource("Config tree", this.folder)));
	}

	private Path file(String name, String permissions) {
		try {
			Path file = Files.writeString(this.folder.resolve(name), "hE7k" + "qZr29vTw");
			return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
