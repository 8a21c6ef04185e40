package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every piece of Java that the documentation shows compiles against the starters, each in
 * the frame of its page: the imports, and what the page leaves to the reader's
 * imagination.
 */
class JavaSnippetsTests {

	@TempDir
	private Path classes;

	@Test
	void compile() throws IOException {
		List<JavaFrame> frames = JavaFrame.all();
		assertThat(frames).hasSizeGreaterThan(10);
		assertThat(JavaFrame.compile(frames, this.classes)).isEmpty();
	}

	@Test
	void allHaveAPlaceInAFrame() throws IOException {
		List<Snippet> left = new ArrayList<>(
				Snippet.all().stream().filter((snippet) -> snippet.language().equals("java")).toList());
		JavaFrame.all().forEach((frame) -> left.removeAll(frame.snippets()));
		assertThat(left).isEmpty();
	}

	@Test
	void noticeWhatDoesNotCompile() {
		JavaFrame frame = new JavaFrame("page.md", "class Frame {\n\t// snippet\n}",
				List.of(new Snippet("page.md", "Heading", "java", "NoSuchType field;")));
		assertThat(JavaFrame.compile(List.of(frame), this.classes)).singleElement().asString().contains("NoSuchType");
	}

}
