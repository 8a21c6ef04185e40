package dev.mainstay.observability.slo.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SloFilesCheckTests {

	private final SloFiles files = new SloFiles("a\nb\nc\n", "tests\n", "{}\n", "{}\n");

	@TempDir
	private Path folder;

	@Test
	void whatWasWrittenIsUpToDate() throws IOException {
		SloFilesCheck.write(this.files, this.folder.resolve("new"));
		assertThatNoException().isThrownBy(() -> SloFilesCheck.compare(this.files, this.folder.resolve("new")));
	}

	@Test
	void aCheckoutWithOtherLineEndsIsUpToDate() throws IOException {
		SloFilesCheck.write(this.files, this.folder);
		Files.writeString(this.folder.resolve(SloFiles.RULES), "a\r\nb\r\nc\r\n");
		assertThatNoException().isThrownBy(() -> SloFilesCheck.compare(this.files, this.folder));
	}

	@Test
	void whenAFileIsMissingSaysWhatToDo() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> SloFilesCheck.compare(this.files, this.folder))
			.withMessage("%s is missing. Run this test once with -Dmainstay.slo.write=true, look at what has changed, "
					+ "and commit it.", this.folder.resolve(SloFiles.RULES));
	}

	@Test
	void whenAFileIsOldNamesTheLine() throws IOException {
		SloFilesCheck.write(this.files, this.folder);
		Files.writeString(this.folder.resolve(SloFiles.RULES), "a\nb\n");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> SloFilesCheck.compare(this.files, this.folder))
			.withMessageContaining("is not what the objectives say, from line 3 on");
	}

}
