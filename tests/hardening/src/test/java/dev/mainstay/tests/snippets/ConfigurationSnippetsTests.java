package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property that the documentation sets is one, and has a value that can be bound.
 */
class ConfigurationSnippetsTests {

	/** The first names of YAML that other programs read. */
	private static final Set<String> OF_OTHERS = Set.of("spec", "volumes", "scrape_configs", "route");

	/** Of modules of Spring Boot, and of libraries, that are not on the class path. */
	private static final Pattern ELSEWHERE = Pattern.compile(
			"(spring\\.(batch|cache|data\\.redis|kafka|liquibase|rabbitmq|session\\.jdbc)|springdoc|app|com\\.sun)\\..*");

	/** But no names of classes in {@code spring.factories}. */
	private static final Pattern SETTING = Pattern.compile("(?m)^(?!dev\\.)[a-z][\\w.\\[\\]<>-]*=.*$");

	private static final Pattern SETTING_IN_A_SENTENCE = Pattern
		.compile("`((?:mainstay|spring|server|management|logging)\\.[\\w.\\[\\]-]+=[^`\\s…<{*]+)`");

	private final KnownProperties known = new KnownProperties();

	ConfigurationSnippetsTests() throws IOException {
	}

	@Test
	void blocksSetPropertiesThatExistToValuesThatFit() throws IOException {
		List<Snippet> snippets = Snippet.all();
		assertThat(snippets.stream().filter((snippet) -> snippet.language().equals("yaml"))).hasSizeGreaterThan(5);
		assertThat(snippets.stream().flatMap((snippet) -> problems(snippet).map((problem) -> snippet + ": " + problem)))
			.isEmpty();
	}

	@Test
	void sentencesSetPropertiesThatExistToValuesThatFit() throws IOException {
		assertThat(Snippet.pages()
			.stream()
			.flatMap((page) -> SETTING_IN_A_SENTENCE.matcher(Snippet.read(page))
				.results()
				.flatMap((setting) -> problems(properties(setting.group(1))))
				.map((problem) -> Snippet.ROOT.relativize(page) + ": " + problem)))
			.isEmpty();
	}

	@Test
	void noticesWhatIsWrong() {
		assertThat(problems(properties("mainstay.no-such=1"))).hasSize(1);
		assertThat(problems(properties("mainstay.mode=enforced"))).hasSize(1);
		assertThat(problems(properties("mainstay.slo.objectives.orders.latencies=1s"))).hasSize(1);
		assertThat(problems(properties("spring.mvc.async.request-timeout=soon"))).hasSize(1);
		assertThat(problems(properties("mainstay.mode=enforce\nserver.port=8081"))).isEmpty();
	}

	private Stream<String> problems(Snippet snippet) {
		return switch (snippet.language()) {
			case "yaml" -> OF_OTHERS.contains(snippet.text().replaceAll("(?m)^#.*\\n", "").split(":", 2)[0])
					? Stream.empty() : problems(load(new YamlPropertySourceLoader(), snippet.text()));
			case "properties" -> problems(properties(snippet.text()));
			case "" -> SETTING.matcher(snippet.text())
				.results()
				.flatMap((setting) -> problems(properties(filledIn(setting.group()))));
			default -> Stream.empty();
		};
	}

	private Stream<String> problems(ConfigurationPropertySource source) {
		return ((IterableConfigurationPropertySource) source).stream()
			.filter((name) -> !ELSEWHERE.matcher(name.toString()).matches())
			.map((name) -> this.known.problem(name, source))
			.filter(Objects::nonNull);
	}

	/** Where the reader is to put something in, that is done. */
	private static String filledIn(String setting) {
		return setting.replaceAll("\\.<id>\\.", ".health.")
			.replaceAll("<[^>]*such as ([^>]*)>", "$1")
			.replaceAll("<[^>]*>|\\$\\{\\w+}", "something");
	}

	private static ConfigurationPropertySource properties(String text) {
		return load(new PropertiesPropertySourceLoader(), text);
	}

	private static ConfigurationPropertySource load(PropertySourceLoader loader, String text) {
		try {
			List<PropertySource<?>> sources = loader.load("snippet",
					new ByteArrayResource(filledIn(text).getBytes(StandardCharsets.UTF_8)));
			return Objects.requireNonNull(ConfigurationPropertySource.from(sources.get(0)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
