package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What stands around the snippets of a page, so that they are a whole class. A comment
 * {@code // snippet} is the place of the next one, {@code // snippet X} of the one below
 * the heading X that has no language.
 */
record JavaFrame(String page, String text, List<Snippet> snippets) {

	private static final Path FRAMES = Path.of("src", "test", "resources", "frames");

	private static final Pattern PLACE = Pattern.compile("(?m)^\\t*// snippet ?(.*)$");

	static List<JavaFrame> all() throws IOException {
		List<Snippet> snippets = Snippet.all();
		try (Stream<Path> files = Files.list(FRAMES)) {
			return files.sorted().map((file) -> of(file, snippets)).toList();
		}
	}

	private static JavaFrame of(Path file, List<Snippet> snippets) {
		String page = "docs/" + file.getFileName().toString().replace(".java.txt", ".md");
		String text = Snippet.read(file);
		List<String> headings = PLACE.matcher(text).results().map((place) -> place.group(1)).toList();
		List<Snippet> own = snippets.stream()
			.filter((snippet) -> snippet.page().equals(page))
			.filter((snippet) -> snippet.language().equals("java") || headings.contains(snippet.heading()))
			.toList();
		if (own.size() != headings.size()) {
			throw new IllegalStateException(file + " has " + headings.size() + " places for snippets, " + page + " has "
					+ own.size() + " snippets");
		}
		return new JavaFrame(page, text, own);
	}

	/** What the compiler says, with the name of the page. */
	static List<String> compile(List<JavaFrame> frames, Path classes) {
		DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
		boolean compiled = ToolProvider.getSystemJavaCompiler()
			.getTask(new StringWriter(), null, said,
					List.of("-proc:none", "-nowarn", "-parameters", "-d", classes.toString(), "-classpath",
							System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
					null, frames.stream().map(JavaFrame::source).toList())
			.call();
		return compiled ? List.of()
				: said.getDiagnostics()
					.stream()
					.map((diagnostic) -> diagnostic.getSource().getName() + ": " + diagnostic)
					.toList();
	}

	private JavaFileObject source() {
		String packageName = this.page.replaceAll("\\W", "_");
		String whole = "package " + packageName + ";\n" + filled();
		return new SimpleJavaFileObject(URI.create("string:///" + packageName + "/Frame.java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return whole;
			}

		};
	}

	private String filled() {
		Iterator<Snippet> next = this.snippets.iterator();
		return PLACE.matcher(this.text).replaceAll((place) -> Matcher.quoteReplacement(java(next.next())));
	}

	/**
	 * Without settings and comments of other files, and with some body for what is left
	 * out.
	 */
	private static String java(Snippet snippet) {
		return snippet.text()
			.replaceAll("(?m)^(#.*|[\\w.-]+=.*)$", "")
			.replace("{ ... }", "{ throw new UnsupportedOperationException(); }");
	}

}
