package dev.mainstay.security.secrets.ssl;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The certificates of the servers that are in no SSL bundle, with their chains, as they
 * were when the application started: the server reads them once. Immutable.
 *
 * @since 0.1.0
 */
public final class ServerCertificates {

	private static final Log logger = LogFactory.getLog(ServerCertificates.class);

	private final List<ServerCertificate> all = new ArrayList<>();

	/**
	 * Read the certificates.
	 * @param environment tells where they are
	 */
	public ServerCertificates(Environment environment) {
		for (String place : List.of("server.ssl", "management.server.ssl")) {
			Ssl ssl = Binder.get(environment).bind(place, Ssl.class).orElse(null);
			if (ssl != null && Ssl.isEnabled(ssl) && !StringUtils.hasText(ssl.getBundle())) {
				read(place, ssl);
			}
		}
	}

	/** A server without its certificate does not start, and says why. */
	private void read(String place, Ssl ssl) {
		try {
			SslStoreBundle stores = WebServerSslBundle.get(ssl).getStores();
			read(place, "keystore", stores.getKeyStore());
			read(place, "truststore", stores.getTrustStore());
		}
		catch (RuntimeException | KeyStoreException ex) {
			logger.debug("Cannot read the certificates of " + place, ex);
		}
	}

	private void read(String place, String source, @Nullable KeyStore store) throws KeyStoreException {
		if (store == null) {
			return;
		}
		for (String alias : Collections.list(store.aliases())) {
			Certificate[] chain = store.getCertificateChain(alias);
			for (Certificate certificate : (chain != null) ? chain
					: new Certificate[] { store.getCertificate(alias) }) {
				if (certificate instanceof X509Certificate x509) {
					this.all.add(new ServerCertificate(place, source, x509.getSubjectX500Principal().getName(),
							x509.getNotAfter().toInstant()));
				}
			}
		}
	}

	/**
	 * All certificates.
	 * @return a list that does not change
	 */
	public List<ServerCertificate> all() {
		return Collections.unmodifiableList(this.all);
	}

}
