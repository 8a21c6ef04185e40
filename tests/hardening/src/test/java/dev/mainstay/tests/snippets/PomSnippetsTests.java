package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * XML and JSON that the documentation shows is well-formed, and the artifacts of Mainstay
 * that it names are published, in the version of this build.
 */
class PomSnippetsTests {

	private static final Pattern ARTIFACT = Pattern.compile(
			"<groupId>dev\\.mainstay</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?"
					+ "|dev\\.mainstay:([a-z-]+)(?::([\\w.-]+))?");

	private static final Pattern START_OF_XML = Pattern.compile("(?ms)^(<(dependency|plugin)>.*?</\\2>)$");

	@Test
	void xmlIsWellFormed() throws IOException {
		List<String> documents = Snippet.all()
			.stream()
			.flatMap((snippet) -> snippet.language().equals("xml") ? List.of(snippet.text()).stream()
					: START_OF_XML.matcher(snippet.text()).results().map((found) -> found.group(1)))
			.toList();
		assertThat(documents).hasSizeGreaterThan(5)
			.allSatisfy((document) -> assertThatCode(() -> parse(document)).doesNotThrowAnyException());
		assertThatExceptionOfType(SAXException.class).isThrownBy(() -> parse("<dependency>"));
	}

	@Test
	void jsonIsWellFormed() throws IOException {
		List<Snippet> documents = Snippet.all()
			.stream()
			.filter((snippet) -> snippet.language().equals("json"))
			.toList();
		assertThat(documents).isNotEmpty()
			.allSatisfy((document) -> assertThatCode(() -> JsonMapper.shared().readTree(document.text()))
				.doesNotThrowAnyException());
	}

	@Test
	void artifactsOfMainstayArePublished() throws IOException {
		String parent = Snippet.read(Snippet.ROOT.resolve("pom.xml"));
		String version = parent.replaceFirst("(?s).*?<artifactId>mainstay</artifactId>\\s*<version>([^<]+)<.*", "$1");
		Set<String> published = ARTIFACT.matcher(Snippet.read(Snippet.ROOT.resolve("bom/pom.xml")))
			.results()
			.map((artifact) -> artifact.group(1))
			.collect(Collectors.toSet());
		published.add("mainstay-bom");
		for (Path page : Snippet.pages()) {
			ARTIFACT.matcher(Snippet.read(page)).results().forEach((artifact) -> {
				assertThat((artifact.group(1) != null) ? artifact.group(1) : artifact.group(3)).as("%s", page)
					.isIn(published);
				assertThat((artifact.group(1) != null) ? artifact.group(2) : artifact.group(4)).as("%s", page)
					.isIn(null, version);
			});
		}
		assertThat(published).contains("mainstay-spring-boot-starter-test");
	}

	private static void parse(String document) throws Exception {
		var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		builder.setErrorHandler(new DefaultHandler());
		builder.parse(new InputSource(new StringReader(document)));
	}

}
