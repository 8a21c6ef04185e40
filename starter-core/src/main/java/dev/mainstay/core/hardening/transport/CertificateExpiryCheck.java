package dev.mainstay.core.hardening.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.info.SslInfo;
import org.springframework.boot.ssl.SslBundles;

/**
 * A certificate should be renewed before it expires.
 */
final class CertificateExpiryCheck implements HardeningCheck {

	private static final Duration NOTICE = Duration.ofDays(30);

	private static final CheckDescription DESCRIPTION = CheckDescription.of("TLS-02", Group.TRANSPORT, Severity.HIGH)
		.basis(Basis.OBSERVATION)
		.title("Certificates are valid for another 30 days")
		.why("""
				On the day it expires every caller refuses the service at once, and whoever can renew it may be \
				asleep.""")
		.source("ASVS 5.0 12.2.2; Spring Boot reference, SSL health")
		.decides("""
				Reads the certificates, with their chains, in the key stores of all SSL bundles, and those of \
				server.ssl and management.server.ssl that are in no bundle. Unknown if those cannot be read; not \
				applicable without any.""")
		.fix("""
				spring.ssl.bundle.pem.server.keystore.certificate=file:/etc/tls/tls.crt
				spring.ssl.bundle.pem.server.keystore.private-key=file:/etc/tls/tls.key
				spring.ssl.bundle.pem.server.reload-on-update=true
				server.ssl.bundle=server""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<SslInfo.BundleInfo> bundles = application.beans(SslBundles.class)
			.stream()
			.flatMap((source) -> new SslInfo(source).getBundles().stream())
			.toList();
		Instant soon = Instant.now().plus(NOTICE);
		OutsideOfBundles outside = OutsideOfBundles.of(application);
		List<Finding> findings = Stream
			.concat(bundles.stream().flatMap((bundle) -> ending(bundle, soon)), outside.ending(soon))
			.toList();
		if (findings.isEmpty() && outside.isUnknown()) {
			return Verdict.unknown("the certificate of server.ssl is in no SSL bundle and cannot be read");
		}
		boolean none = outside.isEmpty()
				&& bundles.stream().allMatch((bundle) -> bundle.getCertificateChains().isEmpty());
		return none ? Verdict.notApplicable("no certificate of a server or an SSL bundle") : Verdict.of(findings);
	}

	private static Stream<Finding> ending(SslInfo.BundleInfo bundle, Instant soon) {
		return bundle.getCertificateChains()
			.stream()
			.flatMap((chain) -> chain.getCertificates().stream())
			.filter((certificate) -> ends(certificate).isBefore(soon))
			.map((certificate) -> Finding.of("SSL bundle " + bundle.getName() + ": " + certificate.getSubject()
					+ " ends on " + ends(certificate)));
	}

	/** Something else than an X.509 certificate has no end. */
	private static Instant ends(SslInfo.CertificateInfo certificate) {
		Instant end = certificate.getValidityEnds();
		return (end != null) ? end : Instant.MAX;
	}

}
