package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.mainstay.tests.external.Promtool.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages of npm, in a folder of their own, for programs that run there.
 */
final class NpmPackages {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private NpmPackages() {
	}

	/**
	 * Gets the packages, those and no others that the lock file names, and runs nothing
	 * of them.
	 * @param name the folder below {@code src/test} with the files
	 * @param programs more files of that folder that belong beside the packages
	 * @return the folder with the packages
	 */
	static Path install(String name, String... programs) throws IOException, InterruptedException {
		ExternalProgram npm = ExternalProgram.find("npm", "npm");
		Path folder = Path.of("target", name);
		copy(name, folder, "package.json", "package-lock.json");
		copy(name, folder, programs);
		Answer answer = npm.run(folder, PATIENCE, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
		assertThat(answer.code()).as("npm could not get what %s needs: %s", name, answer.text()).isZero();
		return folder;
	}

	private static void copy(String name, Path folder, String... files) throws IOException {
		Files.createDirectories(folder);
		for (String file : files) {
			Files.writeString(folder.resolve(file), Files.readString(Path.of("src", "test", name, file)));
		}
	}

}
