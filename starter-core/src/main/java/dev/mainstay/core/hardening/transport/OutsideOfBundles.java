package dev.mainstay.core.hardening.transport;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.util.StringUtils;

/**
 * The certificates of servers that are in no SSL bundle. Immutable.
 */
final class OutsideOfBundles {

	private static final List<String> PLACES = List.of("server.ssl", "management.server.ssl");

	private final List<Presented> certificates = new ArrayList<>();

	private boolean unknown;

	private OutsideOfBundles() {
	}

	static OutsideOfBundles of(InspectedApplication application) {
		OutsideOfBundles outside = new OutsideOfBundles();
		if (application.hasClass("org.springframework.boot.web.server.WebServerSslBundle")) {
			PLACES.forEach((place) -> outside.read(place, application));
		}
		return outside;
	}

	/** A file that was exchanged since the start is read, although it is not used. */
	private void read(String place, InspectedApplication application) {
		try {
			Ssl ssl = Binder.get(application.context().getEnvironment()).bind(place, Ssl.class).orElse(null);
			if (ssl != null && Ssl.isEnabled(ssl) && !StringUtils.hasText(ssl.getBundle())) {
				KeyStore store = WebServerSslBundle.get(ssl).getStores().getKeyStore();
				for (String alias : (store != null) ? Collections.list(store.aliases()) : List.<String>of()) {
					add(place, (store != null) ? store.getCertificateChain(alias) : null);
				}
			}
		}
		catch (RuntimeException | KeyStoreException ex) {
			this.unknown = true;
		}
	}

	private void add(String place, Certificate @Nullable [] chain) {
		for (Certificate certificate : (chain != null) ? chain : new Certificate[0]) {
			if (certificate instanceof X509Certificate x509) {
				this.certificates.add(new Presented(place, x509));
			}
		}
	}

	boolean isUnknown() {
		return this.unknown;
	}

	boolean isEmpty() {
		return this.certificates.isEmpty();
	}

	Stream<Finding> ending(Instant soon) {
		return this.certificates.stream()
			.filter((presented) -> presented.end().isBefore(soon))
			.map((presented) -> Finding.of(presented.place() + ": "
					+ presented.certificate().getSubjectX500Principal().getName() + " ends on " + presented.end()));
	}

	private record Presented(String place, X509Certificate certificate) {

		Instant end() {
			return this.certificate.getNotAfter().toInstant();
		}

	}

}
