package dev.mainstay.samples.orders.hardened;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of {@code samples/observability-stack} go together. None of its containers is
 * started here.
 */
class StackFilesTests {

	private static final Path STACK = Path.of("..", "observability-stack");

	private static final Path COLLECTOR = Path.of("..", "..", "docs", "collector");

	@Test
	void eachFileIsYaml() throws IOException {
		try (Stream<Path> files = Files.walk(STACK)) {
			assertThat(files.filter((file) -> file.toString().matches(".*\\.ya?ml"))).hasSizeGreaterThan(8)
				.allSatisfy((file) -> assertThat(yaml(file)).as(file.toString()).isNotNull());
		}
	}

	@Test
	void whatContainersReadIsThere() throws IOException {
		assertThat(mounts().map((mount) -> mount.split(":")[0]).filter((from) -> from.startsWith("./")))
			.hasSizeGreaterThan(6)
			.allSatisfy((from) -> assertThat(STACK.resolve(from)).exists());
	}

	@Test
	void eachImageHasAVersion() throws IOException {
		assertThat(services().stream().map((service) -> service.get("image")).map(String::valueOf)).hasSize(4)
			.allMatch((image) -> image.matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+"));
	}

	@Test
	void nothingIsOpenToOtherMachines() throws IOException {
		assertThat(services().stream().flatMap((service) -> list(service, "ports")).map(String::valueOf)).isNotEmpty()
			.allMatch((port) -> port.startsWith("127.0.0.1:"));
	}

	@Test
	void pipelinesAreMadeOfWhatTheCollectorHas() throws IOException {
		Map<String, Object> collector = map(yaml(STACK.resolve("collector.yml")));
		Map<String, Object> pipelines = map(map(collector.get("service")).get("pipelines"));
		for (String kind : List.of("receivers", "processors", "exporters")) {
			Set<String> used = pipelines.values()
				.stream()
				.flatMap((pipeline) -> list(map(pipeline), kind))
				.map(String::valueOf)
				.collect(Collectors.toSet());
			assertThat(map(collector.get(kind)).keySet()).as(kind).isEqualTo(used);
		}
	}

	@Test
	void lokiTakesLinesAsDocumented() throws IOException {
		assertThat(map(yaml(STACK.resolve("loki.yml"))).get("limits_config"))
			.isEqualTo(map(yaml(COLLECTOR.resolve("loki.yaml"))).get("limits_config"));
	}

	/** A dashboard has no source of its own: it takes the first of Prometheus. */
	@Test
	void grafanaHasTheServicesOfTheStack() throws IOException {
		Map<String, Object> sources = map(yaml(STACK.resolve("grafana/datasources.yml")));
		assertThat(list(sources, "datasources").map((source) -> String.valueOf(map(source).get("url"))))
			.containsExactly("http://prometheus:9090", "http://loki:3100");
		Map<String, Object> compose = map(yaml(STACK.resolve("compose.yaml")));
		assertThat(map(compose.get("services"))).containsKeys("prometheus", "loki");
		Map<String, Object> dashboards = map(yaml(STACK.resolve("grafana/dashboards.yml")));
		assertThat(list(dashboards, "providers").map((provider) -> map(map(provider).get("options")).get("path")))
			.allSatisfy((path) -> assertThat(mounts()).anyMatch((mount) -> mount.equals("./slo:" + path + ":ro")));
	}

	private static Stream<String> mounts() throws IOException {
		return services().stream().flatMap((service) -> list(service, "volumes")).map(String::valueOf);
	}

	private static Collection<Map<String, Object>> services() throws IOException {
		return map(map(yaml(STACK.resolve("compose.yaml"))).get("services")).values()
			.stream()
			.map(StackFilesTests::map)
			.toList();
	}

	private static Object yaml(Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object node) {
		return (Map<String, Object>) node;
	}

	private static Stream<?> list(Map<String, Object> node, String name) {
		return (node.get(name) instanceof List<?> list) ? list.stream() : Stream.empty();
	}

}
