package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written of security events with all of Mainstay: lines of the published schema,
 * which the harness holds every line against, and no secret in any.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecurityEventLinesTests {

	private static final String EVENT = "--mainstay.security.event";

	private static final String TEXT = "--mainstay.logging.format=text";

	private static final String JSON = "--mainstay.logging.format=json";

	private static final Tokens TOKENS = new Tokens();

	/** A password where a name belongs. */
	private static final String CANARY = "Xk7canaryQ";

	private static final String WRONG = "Basic "
			+ Base64.getEncoder().encodeToString((CANARY + ":" + CANARY + CANARY).getBytes(StandardCharsets.UTF_8));

	@Test
	void aFailedLoginIsOneLineWithoutTheNameThatMayBeAPassword(CapturedOutput output) {
		List<String> lines = lines(OwnSecurityChainTests.BasicChain.class, output,
				(http) -> assertThat(http.get("/secret", "Authorization", WRONG, "X-Request-Id", "r-1").statusCode())
					.isEqualTo(401),
				JSON);
		assertThat(lines).singleElement()
			.asString()
			.startsWith("{\"@timestamp\":")
			.contains("\"level\":\"WARN\"", "\"request_id\":\"r-1\"", "\"trace_id\":\"",
					"\"security.event\":\"authn_login_fail\"", "\"outcome\":\"failure\"",
					"\"reason\":\"bad-credentials\"", "\"security.severity\":\"warn\"",
					"\"authentication\":\"username-password\"", "\"url.path\":\"/secret\"")
			.containsPattern(
					"\"message\":\"authn_login_fail:#[0-9a-f]{12} bad-credentials from 127.0.0.1, GET /secret\"")
			.containsPattern("\"user.hash\":\"[0-9a-f]{12}\"");
		assertThat(output.getAll()).doesNotContain(CANARY);
	}

	@Test
	void textIsOneLineToo(CapturedOutput output) {
		List<String> lines = lines(OwnSecurityChainTests.BasicChain.class, output,
				(http) -> http.get("/secret", "Authorization", WRONG), TEXT, EVENT + ".principals=all");
		assertThat(lines).singleElement()
			.asString()
			.contains("WARN", "authn_login_fail:" + CANARY + " bad-credentials from 127.0.0.1, GET /secret");
	}

	@Test
	void tokensAreNeitherNamesNorPartsOfALine(CapturedOutput output) {
		String expired = TOKENS.expired();
		String write = TOKENS.withScope("write");
		List<String> lines = lines(ResourceServerTests.OwnChain.class, output, (http) -> {
			http.get("/secret", "Authorization", expired);
			http.get("/secret", "Authorization", write);
			http.get("/secret", "Authorization", write);
		}, JSON, EVENT + ".principals=all");
		assertThat(lines).hasSize(4);
		assertThat(lines.get(0)).contains("authn_login_fail:- invalid-bearer-token", "\"authentication\":\"bearer\"");
		assertThat(lines.get(1)).contains("authn_login_success:", "\"authentication\":\"jwt\"");
		assertThat(lines.subList(2, 4)).allMatch((line) -> line.contains("authz_fail:"));
		assertThat(String.join("", lines)).doesNotContain(expired.substring("Bearer ".length()),
				write.substring("Bearer ".length()));
	}

	@Test
	void callersThatComeBackAreToldEachTimeWhereThatIsAskedFor(CapturedOutput output) {
		String read = TOKENS.withScope("read");
		List<String> lines = lines(ResourceServerTests.OwnChain.class, output, (http) -> {
			http.get("/secret", "Authorization", read);
			http.get("/secret", "Authorization", read);
		}, JSON, EVENT + ".success-interval=0");
		assertThat(lines).hasSize(2).allMatch((line) -> line.contains("authn_login_success:"));
	}

	@Test
	void aFloodOfFailuresIsBoundedAndCounted(CapturedOutput output) {
		List<String> lines = lines(OwnSecurityChainTests.BasicChain.class, output, (http) -> {
			for (int i = 0; i < 300; i++) {
				http.get("/secret", "Authorization", "Basic broken");
			}
		}, JSON, EVENT + ".max-failures-per-second=1");
		long told = lines.stream().filter((line) -> line.contains("\"message\":\"authn_login_fail:")).count();
		long counted = lines.stream()
			.filter((line) -> line.contains("\"suppressed\":"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll(".*\"suppressed\":(\\d+).*", "$1")))
			.sum();
		assertThat(told + counted).isEqualTo(300);
		assertThat(told).isLessThan(100);
	}

	private static List<String> lines(Class<?> application, CapturedOutput output, Consumer<Http> requests,
			String... arguments) {
		try (WorldApplication running = World.hardened().start(application, arguments)) {
			requests.accept(running.http());
		}
		return output.getAll()
			.lines()
			.filter((line) -> line.contains("\"logger_name\":\"mainstay.security\"")
					|| line.matches(".* mainstay\\.security +: .*"))
			.toList();
	}

}
