package dev.mainstay.tests.external;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whoever lacks a program is told what to install.
 */
class ExternalProgramTests {

	@Test
	void saysWhatToInstall() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ExternalProgram.find("no-such-program", "prometheus"))
			.withMessage("no-such-program is missing: apt-get install prometheus,"
					+ " or point -Dmainstay.no-such-program at the program");
	}

}
