package dev.mainstay.core.compatibility;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BootVersionListenerTests {

	@ParameterizedTest
	@ValueSource(strings = { "2.7.18", "3.5.7", "3.5.7-SNAPSHOT", "4.0.0", "4.0.7", "4.0" })
	void stopsOnAnOlderBoot(String version) {
		assertThatExceptionOfType(UnsupportedBootException.class).isThrownBy(() -> BootVersionListener.check(version))
			.withMessageContaining("needs Spring Boot 4.1")
			.withMessageContaining("found Spring Boot " + version);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "4.1.0", "4.1.1", "4.1.0-M1", "4.2.0", "4.10.0", "5.0.0", "10.0.1", "unknown", "" })
	void letsEveryOtherOneStart(@Nullable String version) {
		assertThatNoException().isThrownBy(() -> BootVersionListener.check(version));
	}

	@Test
	void theSentenceIsWhatTheFailureAnalysisSays() {
		UnsupportedBootException failure = new UnsupportedBootException("3.5.7");
		FailureAnalysis analysis = new UnsupportedBootFailureAnalyzer().analyze(new IllegalStateException(failure));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo(failure.getMessage()).contains("https://").doesNotContain("\n");
		assertThat(analysis.getAction()).startsWith("Upgrade Spring Boot");
	}

}
