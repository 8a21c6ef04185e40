package dev.mainstay.core.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorsPageTests {

	@Test
	void thePageListsTheCatalogue() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "errors.md"));
		assertThat(Arrays.stream(ProblemCode.values())
			.filter((code) -> code != ProblemCode.CLIENT_ERROR && code != ProblemCode.SERVER_ERROR)
			.map((code) -> "| `" + code.code() + "` | " + code.status() + " | " + code.title() + " |"))
			.allSatisfy((row) -> assertThat(page).contains(row));
	}

}
