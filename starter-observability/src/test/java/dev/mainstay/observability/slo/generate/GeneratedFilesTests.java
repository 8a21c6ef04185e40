package dev.mainstay.observability.slo.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A change of what is generated shows in the files of this test, and in those of every
 * service that keeps its own. They are written with {@code -Dmainstay.slo.write=true}.
 */
class GeneratedFilesTests {

	private static final Path FOLDER = Path.of("src", "test", "resources", "slo");

	@Test
	void areTheSameBytesAsBefore() throws IOException {
		SloFilesCheck.check(files(), FOLDER);
	}

	@Test
	void areTheSameInEveryLanguage() {
		SloFiles expected = files();
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertThat(files()).isEqualTo(expected);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static SloFiles files() {
		return SloFiles.of("orders", List.of(ObjectivesOfTests.checkout(), ObjectivesOfTests.checkoutLatency()));
	}

}
