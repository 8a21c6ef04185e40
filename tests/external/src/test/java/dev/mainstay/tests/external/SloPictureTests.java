package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The picture in the documentation is drawn from the data beside it. {@link SloPicture}
 * makes both.
 */
class SloPictureTests {

	private static final Path DOCS = Path.of("..", "..", "docs");

	@Test
	void isDrawnFromTheData() throws IOException {
		assertThat(Files.readString(DOCS.resolve(SloPicture.PICTURE)))
			.isEqualTo(SloPicture.draw(Files.readAllLines(DOCS.resolve(SloPicture.DATA))));
	}

}
