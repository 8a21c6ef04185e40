package dev.mainstay.security.secrets.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import dev.mainstay.security.secrets.ssl.ServerCertificate;
import dev.mainstay.security.secrets.ssl.ServerCertificates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how long the certificates of the server are good that are in no SSL bundle.
 * Spring Boot shows those that are. Thread-safe.
 *
 * @see SecretsMeterDocumentation
 * @since 0.1.0
 */
public final class CertificateMeters implements MeterBinder {

	private final ServerCertificates certificates;

	private final Clock clock;

	/**
	 * Create the meters.
	 * @param certificates the certificates
	 * @param clock tells the time
	 */
	public CertificateMeters(ServerCertificates certificates, Clock clock) {
		this.certificates = certificates;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.certificates.all()
			.stream()
			.map((certificate) -> new Store(certificate.place(), certificate.source()))
			.distinct()
			.forEach((store) -> register(registry, store));
	}

	private void register(MeterRegistry registry, Store store) {
		SecretsMeterDocumentation meter = SecretsMeterDocumentation.CERTIFICATE_EXPIRY;
		Gauge.builder(meter.getName(), store, (it) -> seconds(of(it)))
			.strongReference(true)
			.description(meter.description())
			.baseUnit("seconds")
			.tag(SecretsMeterDocumentation.Key.PLACE.asString(), store.place())
			.tag(SecretsMeterDocumentation.Key.SOURCE.asString(), store.source())
			.register(registry);
	}

	private Stream<ServerCertificate> of(Store store) {
		return this.certificates.all().stream().filter((it) -> store.equals(new Store(it.place(), it.source())));
	}

	private double seconds(Stream<ServerCertificate> certificates) {
		return certificates.map(ServerCertificate::end)
			.min(Instant::compareTo)
			.map((end) -> (double) Duration.between(this.clock.instant(), end).toSeconds())
			.orElse(Double.NaN);
	}

	private record Store(String place, String source) {

	}

}
