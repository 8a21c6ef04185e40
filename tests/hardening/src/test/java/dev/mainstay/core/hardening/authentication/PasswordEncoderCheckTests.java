package dev.mainstay.core.hardening.authentication;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

@SuppressWarnings("deprecation")
class PasswordEncoderCheckTests {

	private final PasswordEncoderCheck check = new PasswordEncoderCheck();

	@Test
	void noEncodingIsFound() {
		fails(NoOpPasswordEncoder.getInstance(), "encoder is a NoOpPasswordEncoder");
	}

	@Test
	void aDigestIsFound() {
		fails(new MessageDigestPasswordEncoder("SHA-256"), "is a MessageDigestPasswordEncoder");
	}

	@Test
	void bcryptWithFewRoundsIsFound() {
		fails(new BCryptPasswordEncoder(9), "fewer than 10 rounds");
	}

	@ParameterizedTest
	@CsvSource({ "noop, encodes with noop", "SHA-256, encodes with SHA-256", "bcrypt, fewer than 10 rounds" })
	void whatADelegatingEncoderEncodesWithIsFound(String id, String evidence) {
		fails(new DelegatingPasswordEncoder(id, encoders()), evidence);
	}

	@Test
	void anEncoderOfTheApplicationThatDoesNothingIsFound() {
		fails(new Plain(), "leaves the password as it is");
	}

	@Test
	void whatIsOnlyReadForOldUsersPasses() {
		Map<String, PasswordEncoder> encoders = encoders();
		encoders.put("bcrypt", new BCryptPasswordEncoder(12));
		passes(new DelegatingPasswordEncoder("bcrypt", encoders));
	}

	@Test
	void whatSpringSecurityRecommendsPasses() {
		passes(PasswordEncoderFactories.createDelegatingPasswordEncoder());
		passes(new BCryptPasswordEncoder());
		passes(Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
	}

	@Test
	void anApplicationWithoutEncoderHasNothingToCheck() {
		ApplicationContextRunner runner = new ApplicationContextRunner();
		runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		runner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private void fails(PasswordEncoder encoder, String evidence) {
		new ApplicationContextRunner().withBean("encoder", PasswordEncoder.class, () -> encoder)
			.run((context) -> assertThatLooking(this.check, context).fails(evidence));
	}

	private void passes(PasswordEncoder encoder) {
		new ApplicationContextRunner().withBean("encoder", PasswordEncoder.class, () -> encoder)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	private static Map<String, PasswordEncoder> encoders() {
		Map<String, PasswordEncoder> encoders = new HashMap<>();
		encoders.put("noop", NoOpPasswordEncoder.getInstance());
		encoders.put("SHA-256", new MessageDigestPasswordEncoder("SHA-256"));
		encoders.put("bcrypt", new BCryptPasswordEncoder(4));
		return encoders;
	}

	static class Plain implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			return password.toString();
		}

		@Override
		public boolean matches(CharSequence password, String encoded) {
			return encoded.contentEquals(password);
		}

	}

}
