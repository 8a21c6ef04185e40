package dev.mainstay.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.report.SheetMarkdown;
import dev.mainstay.core.hardening.report.SheetSarif;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sheet in the forms that a build keeps.
 *
 * @param markdown for people, such as in a pull request
 * @param sarif for tools, such as a code host
 */
record SheetFiles(Path markdown, Path sarif) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static SheetFiles write(HardeningSheet sheet, String name) throws IOException {
		Path directory = Path.of(Files.exists(Path.of("pom.xml")) ? "target" : "build", "hardening");
		Files.createDirectories(directory);
		SheetFiles files = new SheetFiles(directory.resolve(name + ".md"), directory.resolve(name + ".sarif"));
		Files.writeString(files.markdown(), SheetMarkdown.of(sheet));
		Files.writeString(files.sarif(), JSON
			.writeValueAsString(SheetSarif.of(sheet, HardeningSheet.class.getPackage().getImplementationVersion())));
		return files;
	}

}
