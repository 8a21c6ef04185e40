package dev.mainstay.tests.coexistence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Issues tokens that are worth something until the JVM ends.
 */
final class Tokens {

	/** The applications have been loaded by others, and share nothing but this. */
	private static final String PUBLIC_KEY = "tests.tokens.public-key";

	private final RSASSASigner signer;

	Tokens() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			System.setProperty(PUBLIC_KEY, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
			this.signer = new RSASSASigner(pair.getPrivate());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Called in the applications. */
	static RSAPublicKey publicKey() {
		try {
			byte[] encoded = Base64.getDecoder().decode(System.getProperty(PUBLIC_KEY));
			return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String withScope(String scope) {
		return token(scope, Duration.ofHours(1));
	}

	String expired() {
		return token("read", Duration.ofHours(-1));
	}

	private String token(String scope, Duration left) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("somebody")
			.claim("scope", scope)
			.expirationTime(Date.from(Instant.now().plus(left)))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
		try {
			token.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return "Bearer " + token.serialize();
	}

}
