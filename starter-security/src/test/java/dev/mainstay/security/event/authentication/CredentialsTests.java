package dev.mainstay.security.event.authentication;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTests {

	@Test
	void knowsWhatIsRefusedAtOnce() {
		assertThat(Credentials.isIn("Basic am9lOng=")).isTrue();
		assertThat(Credentials.isIn("bearer x")).isTrue();
		assertThat(Credentials.isIn(null)).isFalse();
		assertThat(Credentials.isIn("Basic")).isFalse();
	}

	@Test
	void whatIsAnsweredStepByStepIsNot() {
		assertThat(Credentials.isIn("Negotiate YII")).isFalse();
		assertThat(Credentials.isIn("Digest username=\"joe\"")).isFalse();
	}

	@Test
	void whatIsInThemIsNotTold() {
		assertThat(Credentials.refused("Bearer eyJ0b2tlbg", null).toString()).contains("bearer")
			.doesNotContain("eyJ0b2tlbg");
	}

}
