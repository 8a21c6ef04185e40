package dev.mainstay.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files in {@code docs/collector} know the fields that a line has. None of the
 * products that read them is started.
 */
class CollectorFilesTests {

	private static final Path FOLDER = Path.of("..", "docs", "collector");

	private static final Path SCHEMA = Path.of("src", "main", "resources", "META-INF", "mainstay", "log-schema-1.json");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final Pattern FIELD_OF_LINE = Pattern.compile("attributes\\.line(?:\\.(\\w+)|\\[\"([^\"]+)\"])");

	private static final Pattern NAME_OF_ATTRIBUTE = Pattern.compile("\"((?:http|url|client|error)\\.[a-z_.]+)\"");

	@ParameterizedTest
	@ValueSource(strings = { "otel-collector.yaml", "loki.yaml", "grafana-datasource.yaml" })
	void parses(String file) throws IOException {
		assertThat(yaml(file).isObject()).isTrue();
	}

	@Test
	void theCollectorReadsEveryFieldOfALineAndNoOther() throws IOException {
		Set<String> fields = new TreeSet<>();
		Matcher matcher = FIELD_OF_LINE.matcher(Files.readString(FOLDER.resolve("otel-collector.yaml")));
		while (matcher.find()) {
			fields.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
		}
		Set<String> expected = schema();
		expected.remove("log.schema");
		assertThat(fields).containsAll(expected);
		fields.removeAll(expected);
		assertThat(fields).isSubsetOf("truncated");
	}

	@Test
	void everyPipelineOfTheCollectorIsMadeOfWhatIsThere() throws IOException {
		JsonNode configuration = yaml("otel-collector.yaml");
		JsonNode pipelines = configuration.path("service").path("pipelines");
		assertThat(pipelines.propertyNames()).contains("traces", "metrics", "logs");
		for (JsonNode pipeline : pipelines) {
			for (String kind : new String[] { "receivers", "processors", "exporters" }) {
				assertThat(pipeline.path(kind)).as(kind)
					.isNotEmpty()
					.allSatisfy((name) -> assertThat(configuration.path(kind).has(name.asString())).as("%s", name)
						.isTrue());
			}
		}
	}

	@Test
	void theCollectorListensWhereTheEndpointPoints() throws IOException {
		JsonNode http = yaml("otel-collector.yaml").at("/receivers/otlp/protocols/http/endpoint");
		assertThat(http.asString()).endsWith(":4318");
	}

	@Test
	void lokiIndexesNoFieldThatHasAValuePerRequest() throws IOException {
		List<String> labels = new ArrayList<>();
		for (JsonNode rule : yaml("loki.yaml").at("/limits_config/otlp_config/resource_attributes/attributes_config")) {
			if (rule.path("action").asString().equals("index_label")) {
				rule.path("attributes").forEach((name) -> labels.add(name.asString()));
			}
		}
		assertThat(labels).contains("service.name").doesNotContain("trace_id", "span_id", "request_id");
		assertThat(schema()).containsAll(labels.stream().filter((name) -> !name.startsWith("k8s.")).toList());
	}

	@Test
	void elasticsearchHasATypeForEveryField() throws IOException {
		JsonNode template = MAPPER.readTree(Files.readString(FOLDER.resolve("elastic-index-template.json")));
		JsonNode fields = template.at("/template/mappings/properties");
		Set<String> expected = schema();
		assertThat(fields.propertyNames()).containsAll(expected);
		assertThat(fields.propertyNames()).filteredOn((name) -> !expected.contains(name)).isSubsetOf("truncated");
		assertThat(fields).allSatisfy((field) -> assertThat(field.path("type").asString()).isNotEmpty());
	}

	@Test
	void elasticsearchHasATypeForEveryAttributeOfTheAccessEvent() throws IOException {
		JsonNode template = MAPPER.readTree(Files.readString(FOLDER.resolve("elastic-index-template.json")));
		JsonNode attributes = template.at("/template/mappings/properties/attributes/properties");
		Set<String> names = new TreeSet<>();
		try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/mainstay/observability/accesslog"))) {
			for (Path source : sources.filter(Files::isRegularFile).toList()) {
				Matcher matcher = NAME_OF_ATTRIBUTE.matcher(Files.readString(source));
				while (matcher.find()) {
					names.add(matcher.group(1));
				}
			}
		}
		assertThat(names).hasSizeGreaterThanOrEqualTo(8);
		assertThat(attributes.propertyNames()).containsAll(names).containsAll(Arrays.asList("outcome", "origin"));
	}

	private static Set<String> schema() throws IOException {
		return new TreeSet<>(MAPPER.readTree(Files.readString(SCHEMA)).path("properties").propertyNames());
	}

	private static JsonNode yaml(String file) throws IOException {
		Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve(file)));
		return MAPPER.valueToTree(loaded);
	}

}
