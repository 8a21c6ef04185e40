package dev.mainstay.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CheckstyleTests {

	private static final String CONFIGURATION = "../../config/checkstyle/checkstyle.xml";

	/** A module of a clone below a folder whose name says nothing. */
	@TempDir
	private Path directory;

	@Test
	void forbiddenImportsAreReported() throws IOException, CheckstyleException {
		List<String> imports = lines("forbidden-imports.txt");
		assertThat(reported(imports, violationsOfTest(imports(imports)), "IllegalImport")).isEqualTo(imports);
	}

	@Test
	void otherImportsAreNot() throws IOException, CheckstyleException {
		List<String> imports = lines("allowed-imports.txt");
		assertThat(reported(imports, violationsOfTest(imports(imports)), "IllegalImport")).isEmpty();
	}

	@Test
	void forbiddenCodeIsReported() throws IOException, CheckstyleException {
		List<String> code = lines("forbidden-code.txt");
		String source = String.join("\n", code) + "\n";
		assertThat(reported(code, violationsOfTest("class Bad { void bad() {\n" + source + "}}\n"), ""))
			.isEqualTo(code);
	}

	@Test
	void anApiIsDocumentedWhereverItsCloneIs() throws IOException, CheckstyleException {
		assertThat(violations("tests/samples/src/test/mainstay", "src/main/java/Bad.java", "public class Bad {\n\n}\n"))
			.anyMatch((violation) -> violation.startsWith("1 MissingJavadocType"));
		assertThat(violationsOfTest("public class Bad {\n\n}\n")).isEmpty();
	}

	@Test
	void anApiIsShorterThanItsTests() throws IOException, CheckstyleException {
		String longer = "class Bad {\n" + "\n".repeat(300) + "}\n";
		assertThat(violations("clone", "src/main/java/Bad.java", longer))
			.anyMatch((violation) -> violation.startsWith("1 FileLength"));
		assertThat(violationsOfTest(longer)).isEmpty();
		assertThat(violationsOfTest(longer + "\n".repeat(100)))
			.anyMatch((violation) -> violation.startsWith("1 FileLength"));
	}

	private static String imports(List<String> imports) {
		return "\n" + String.join("", imports.stream().map((line) -> "import " + line + ";\n").toList())
				+ "class Bad {\n}\n";
	}

	/** Those of some lines, from the second of a file on, that a check reported. */
	private static List<String> reported(List<String> lines, List<String> violations, String check) {
		return IntStream.range(0, lines.size())
			.filter((i) -> violations.stream().anyMatch((violation) -> violation.startsWith((i + 2) + " " + check)))
			.mapToObj(lines::get)
			.toList();
	}

	private List<String> violationsOfTest(String source) throws IOException, CheckstyleException {
		return violations("clone", "src/test/java/Bad.java", source);
	}

	private List<String> violations(String clone, String file, String source) throws IOException, CheckstyleException {
		Path module = this.directory.resolve(clone);
		Path path = module.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path.resolveSibling("package-info.java"), "/**\n * Words.\n */\n");
		Files.writeString(path, source);
		Properties properties = new Properties();
		properties.setProperty("checkstyle.undocumented", module.resolve("src/test").toString());
		Checker checker = new Checker();
		Recorder recorder = new Recorder();
		checker.setModuleClassLoader(Checker.class.getClassLoader());
		checker.configure(ConfigurationLoader.loadConfiguration(CONFIGURATION, new PropertiesExpander(properties)));
		checker.addListener(recorder);
		checker.process(List.of(path.toFile()));
		checker.destroy();
		return recorder.violations;
	}

	private static List<String> lines(String name) throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/checkstyle", name));
	}

	private static final class Recorder implements AuditListener {

		private final List<String> violations = new ArrayList<>();

		@Override
		public void auditStarted(AuditEvent event) {
		}

		@Override
		public void auditFinished(AuditEvent event) {
		}

		@Override
		public void fileStarted(AuditEvent event) {
		}

		@Override
		public void fileFinished(AuditEvent event) {
		}

		@Override
		public void addError(AuditEvent event) {
			String check = event.getSourceName().substring(event.getSourceName().lastIndexOf('.') + 1);
			this.violations.add(event.getLine() + " " + check + ": " + event.getMessage());
		}

		@Override
		public void addException(AuditEvent event, Throwable failure) {
			throw new IllegalStateException(failure);
		}

	}

}
