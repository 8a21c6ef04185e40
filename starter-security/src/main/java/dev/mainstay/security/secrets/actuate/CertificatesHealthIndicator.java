package dev.mainstay.security.secrets.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.mainstay.security.secrets.ssl.ServerCertificate;
import dev.mainstay.security.secrets.ssl.ServerCertificates;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Names the certificates of the server that end soon and are in no SSL bundle. Is always
 * up: taking a service out of work does not renew its certificate, and takes it from
 * callers who would still come. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CertificatesHealthIndicator extends AbstractHealthIndicator {

	private final ServerCertificates certificates;

	private final Duration warning;

	private final Clock clock;

	/**
	 * Create the indicator.
	 * @param certificates the certificates
	 * @param warning how long before its end a certificate is named
	 * @param clock tells the time
	 */
	public CertificatesHealthIndicator(ServerCertificates certificates, Duration warning, Clock clock) {
		super("The certificates cannot be read");
		this.certificates = certificates;
		this.warning = warning;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Instant now = this.clock.instant();
		builder.up()
			.withDetail("expired", ending(now))
			.withDetail("expiring",
					ending(now.plus(this.warning)).stream().filter((text) -> !ending(now).contains(text)).toList());
	}

	private List<String> ending(Instant before) {
		return this.certificates.all()
			.stream()
			.filter((certificate) -> certificate.source().equals("keystore"))
			.filter((certificate) -> certificate.end().isBefore(before))
			.map(CertificatesHealthIndicator::describe)
			.distinct()
			.toList();
	}

	private static String describe(ServerCertificate certificate) {
		return certificate.place() + ": " + certificate.subject() + " ends on " + certificate.end();
	}

}
