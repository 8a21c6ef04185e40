package dev.mainstay.samples.orders.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import dev.mainstay.samples.provider.PaymentProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * What stands around the service in production: a database, the payment provider, and the
 * environment variables with addresses, secrets, and the days on which people did things.
 */
final class Surroundings implements AutoCloseable {

	private static final List<String> SECRETS = List.of("DATABASE_PASSWORD", "PAYMENT_PROVIDER_API_KEY",
			"LEDGER_PASSWORD");

	private static final List<String> DAYS = List.of("BACKUP_RESTORED_ON", "RETENTION_REVIEWED_ON",
			"EXPORT_AND_DELETION_DONE_ON", "ROLLED_BACK_ON", "ALERT_TESTED_ON");

	private final EmbeddedPostgres postgres;

	private final PaymentProvider provider;

	Surroundings() {
		try {
			this.postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
			this.provider = PaymentProvider.start(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String random() {
		return UUID.randomUUID().toString();
	}

	void addTo(DynamicPropertyRegistry registry) {
		registry.add("DATABASE_URL", () -> database("postgres"));
		registry.add("DATABASE_USER", () -> "postgres");
		registry.add("PAYMENT_PROVIDER_URL", this.provider::url);
		registry.add("LEDGER_URL", () -> database("ledger"));
		registry.add("LEDGER_USER", () -> "ledger");
		SECRETS.forEach((secret) -> registry.add(secret, Surroundings::random));
		DAYS.forEach((day) -> registry.add(day, () -> LocalDate.now().minusWeeks(4).toString()));
	}

	private String database(String name) {
		return "jdbc:postgresql://localhost:" + this.postgres.getPort() + "/" + name;
	}

	@Override
	public void close() throws IOException {
		this.provider.close();
		this.postgres.close();
	}

}
