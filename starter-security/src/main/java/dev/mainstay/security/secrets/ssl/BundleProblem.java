package dev.mainstay.security.secrets.ssl;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells why an SSL bundle cannot work: no handshake would succeed with it. Says nothing
 * of what is in its files.
 */
final class BundleProblem {

	private static final byte[] SAMPLE = { 1, 2, 3 };

	private BundleProblem() {
	}

	/**
	 * Look at a bundle, all files of which are read by that.
	 * @param bundle the bundle
	 * @param inUse the one that it would replace
	 * @return why it cannot work, {@code null} if nothing speaks against it
	 */
	static @Nullable String of(SslBundle bundle, SslBundle inUse) {
		try {
			String problem = ofKeys(bundle, inUse);
			if (problem == null && isEmpty(bundle.getStores().getTrustStore())
					&& !isEmpty(inUse.getStores().getTrustStore())) {
				problem = "there is no certificate to trust any more";
			}
			if (problem == null) {
				bundle.createSslContext();
			}
			return problem;
		}
		catch (RuntimeException | GeneralSecurityException ex) {
			return "it cannot be read (" + NestedExceptionUtils.getMostSpecificCause(ex).getClass().getSimpleName()
					+ ")";
		}
	}

	private static boolean isEmpty(@Nullable KeyStore store) throws GeneralSecurityException {
		return store == null || store.size() == 0;
	}

	private static @Nullable String ofKeys(SslBundle bundle, SslBundle inUse) throws GeneralSecurityException {
		KeyStore store = bundle.getStores().getKeyStore();
		int keys = 0;
		for (String alias : (store != null) ? Collections.list(store.aliases()) : Collections.<String>emptyList()) {
			if (store != null && store.isKeyEntry(alias)) {
				keys++;
				String problem = ofKey(store, alias, password(bundle), inUse);
				if (problem != null) {
					return problem;
				}
			}
		}
		return (keys == 0 && hasKey(inUse.getStores().getKeyStore())) ? "there is no private key any more" : null;
	}

	private static boolean hasKey(@Nullable KeyStore store) throws GeneralSecurityException {
		for (String alias : (store != null) ? Collections.list(store.aliases()) : Collections.<String>emptyList()) {
			if (store != null && store.isKeyEntry(alias)) {
				return true;
			}
		}
		return false;
	}

	private static char @Nullable [] password(SslBundle bundle) {
		String own = bundle.getKey().getPassword();
		String password = (own != null) ? own : bundle.getStores().getKeyStorePassword();
		return (password != null) ? password.toCharArray() : null;
	}

	private static @Nullable String ofKey(KeyStore store, String alias, char @Nullable [] password, SslBundle inUse)
			throws GeneralSecurityException {
		Key key = store.getKey(alias, password);
		Certificate certificate = store.getCertificate(alias);
		if (key instanceof PrivateKey secret && certificate != null && !belong(secret, certificate.getPublicKey())) {
			return "its private key does not belong to its certificate";
		}
		return (isExpired(certificate) && !isAnyExpired(inUse.getStores().getKeyStore()))
				? "its certificate has already expired" : null;
	}

	/** Of a key of an unknown kind nothing is known, which speaks not against it. */
	private static boolean belong(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
		String algorithm = switch (secret.getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC" -> "SHA256withECDSA";
			case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
			default -> null;
		};
		if (algorithm == null) {
			return true;
		}
		if (!secret.getAlgorithm().equals(open.getAlgorithm())) {
			return false;
		}
		Signature signature = Signature.getInstance(algorithm);
		signature.initSign(secret);
		signature.update(SAMPLE);
		byte[] signed = signature.sign();
		signature.initVerify(open);
		signature.update(SAMPLE);
		return verifies(signature, signed);
	}

	/** A signature of another length is an exception for some algorithms. */
	private static boolean verifies(Signature signature, byte[] signed) {
		try {
			return signature.verify(signed);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static boolean isExpired(@Nullable Certificate certificate) {
		return certificate instanceof X509Certificate x509 && x509.getNotAfter().before(Date.from(Instant.now()));
	}

	private static boolean isAnyExpired(@Nullable KeyStore store) throws GeneralSecurityException {
		for (String alias : (store != null) ? Collections.list(store.aliases()) : Collections.<String>emptyList()) {
			if (store != null && isExpired(store.getCertificate(alias))) {
				return true;
			}
		}
		return false;
	}

}
