package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.benchmarks.service.Connection;
import dev.mainstay.benchmarks.service.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is compared does the same, and what is told of the builds is so.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BuildsTests {

	private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

	private static final Map<Variant, Service> services = new EnumMap<>(Variant.class);

	private static Backends backends;

	@BeforeAll
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	static void start() throws IOException, InterruptedException {
		backends = Backends.start();
		Setting setting = new Setting(Path.of(System.getProperty("java.home")), false, false, false);
		for (Variant variant : Variant.values()) {
			services.put(variant, Start.start(setting, variant, backends, ProcessBuilder.Redirect.DISCARD));
		}
	}

	@AfterAll
	static void stop() throws IOException {
		services.values().forEach(Service::close);
		backends.close();
	}

	@Test
	void answerAlike() throws IOException {
		for (Operation operation : Operation.DAILY) {
			String bare = answer(Variant.BARE, operation, "first");
			assertThat(bare).contains("{\"").endsWith(bare.contains("\r\n0\r\n") ? "\r\n0\r\n\r\n" : "}");
			for (Variant variant : Variant.values()) {
				assertThat(json(answer(variant, operation, "second"))).as("%s, %s", variant, operation)
					.isEqualTo(json(bare));
			}
		}
	}

	@Test
	void onlyTheBareBuildRepeatsAnOperation() throws IOException {
		for (Variant variant : Variant.values()) {
			String first = id(answer(variant, Operation.KEYED, "same"));
			String again = id(answer(variant, Operation.KEYED, "same"));
			assertThat(again.equals(first)).as("%s: %s and %s", variant, first, again)
				.isEqualTo(variant != Variant.BARE);
		}
	}

	@Test
	void refuseWhatIsNotValid() throws IOException {
		byte[] request = new String(Operation.WRITE.request(""), StandardCharsets.US_ASCII)
			.replace("\"quantity\":3", "\"quantity\":0")
			.getBytes(StandardCharsets.US_ASCII);
		for (Map.Entry<Variant, Service> service : services.entrySet()) {
			try (Connection connection = new Connection(service.getValue().port())) {
				assertThat(connection.exchange(request)).as("%s", service.getKey()).isEqualTo(400);
			}
		}
	}

	@Test
	void onlyWhatIsSaidIsOnAClassPath() throws IOException {
		assertThat(Variant.BARE.build().libraries())
			.noneMatch((name) -> name.matches("(mainstay|logbook|opentelemetry).*"));
		assertThat(Variant.ASSEMBLED.build().libraries()).noneMatch((name) -> name.startsWith("mainstay"))
			.anyMatch((name) -> name.startsWith("logbook-servlet-"))
			.anyMatch((name) -> name.startsWith("resilience4j-spring-boot4-"))
			.anyMatch((name) -> name.startsWith("opentelemetry-sdk-trace-"))
			.anyMatch((name) -> name.startsWith("error-handling-spring-boot-starter-"))
			.anyMatch((name) -> name.startsWith("idempotent-rds-"));
		assertThat(Variant.ENFORCE.build().libraries())
			.noneMatch((name) -> name.matches("(logbook|idempotent|error-h).*"));
	}

	private static String answer(Variant variant, Operation operation, String key) throws IOException {
		try (Connection connection = new Connection(services.get(variant).port())) {
			int status = connection.exchange(operation.request(variant + key));
			assertThat(status).as("%s, %s: %s", variant, operation, connection.lastAnswer())
				.isEqualTo(operation.status());
			return connection.lastAnswer();
		}
	}

	/** Without the sizes of chunks, and without the number of what was placed. */
	private static String json(String answer) {
		String json = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
		return ID.matcher(json).replaceFirst("\"id\":1");
	}

	private static String id(String answer) {
		Matcher matcher = ID.matcher(answer);
		assertThat(matcher.find()).as(answer).isTrue();
		return matcher.group(1);
	}

}
