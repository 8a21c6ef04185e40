package dev.mainstay.core.hardening.transport;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.ssl.SslBundles;

/**
 * Whoever answers a TLS connection should have to prove who it is.
 */
final class TrustCheck implements HardeningCheck {

	/** True, or there without a value, switches the verification off. */
	private static final List<String> SWITCHES = List.of("jdk.internal.httpclient.disableHostnameVerification",
			"com.sun.jndi.ldap.object.disableEndpointIdentification");

	private static final String NOBODY = "nobody.invalid";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("TLS-05", Group.TRANSPORT, Severity.BLOCKER)
		.title("TLS trusts nobody unasked")
		.why("""
				A client that accepts any certificate, or a certificate for any host, talks to whoever is in \
				between: the connection is encrypted, and for the wrong one.""")
		.source("ASVS 5.0 12.3.2")
		.decides("""
				Reads the system properties that switch off the verification of host names, asks each \
				HostnameVerifier that can be seen about a host without certificate, and each X509TrustManager, of \
				beans and of SSL bundles, about no certificate at all. What accepts that, accepts anything.""")
		.fix("""
				# remove -Djdk.internal.httpclient.disableHostnameVerification and the verifier or trust manager, and
				spring.ssl.bundle.pem.partner.truststore.certificate=classpath:partner-ca.pem""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws Exception {
		List<Finding> findings = new ArrayList<>();
		SWITCHES.stream()
			.filter(TrustCheck::isOn)
			.forEach((name) -> findings.add(new Finding("-D" + name, "system properties")));
		if (acceptsAnybody(HttpsURLConnection.getDefaultHostnameVerifier())) {
			findings.add(Finding.of("the default HostnameVerifier of HttpsURLConnection accepts any host"));
		}
		for (Map.Entry<String, HostnameVerifier> it : application.namedBeans(HostnameVerifier.class).entrySet()) {
			if (acceptsAnybody(it.getValue())) {
				findings.add(Finding.of("HostnameVerifier " + it.getKey() + " accepts any host"));
			}
		}
		application.namedBeans(TrustManager.class)
			.forEach((name, manager) -> addTrusting("TrustManager " + name, Stream.of(manager), findings));
		application.beans(SslBundles.class).forEach((bundles) -> addBundles(bundles, findings));
		return Verdict.of(findings);
	}

	private static boolean isOn(String name) {
		String value = System.getProperty(name);
		return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
	}

	private static void addBundles(SslBundles bundles, List<Finding> findings) {
		for (String name : bundles.getBundleNames()) {
			TrustManager[] managers = bundles.getBundle(name).getManagers().getTrustManagers();
			addTrusting("SSL bundle " + name, Arrays.stream(managers), findings);
		}
	}

	private static void addTrusting(String what, Stream<TrustManager> managers, List<Finding> findings) {
		if (managers.anyMatch(TrustCheck::acceptsAnything)) {
			findings.add(Finding.of(what + " accepts any certificate"));
		}
	}

	/** The session is that of no connection: nobody has shown a certificate in it. */
	private static boolean acceptsAnybody(HostnameVerifier verifier) throws GeneralSecurityException {
		try {
			return verifier.verify(NOBODY, SSLContext.getDefault().createSSLEngine().getSession());
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static boolean acceptsAnything(TrustManager manager) {
		if (!(manager instanceof X509TrustManager trust)) {
			return false;
		}
		try {
			trust.checkServerTrusted(new X509Certificate[0], "RSA");
			return true;
		}
		catch (GeneralSecurityException | RuntimeException ex) {
			return false;
		}
	}

}
