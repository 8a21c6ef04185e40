package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.mainstay.core.request.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = EndingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RequestIdentityIntegrationTests {

	private static final Pattern ID = Pattern.compile("^X-Request-Id: (.*)$", Pattern.MULTILINE);

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/ok/1", "/throws/1", "/nowhere", "/future", "/late-failure", "/streaming",
			"/filter-before", "/send-error", "/redirect", "/raw-async" })
	void anAcceptableIdIsKept(String path) throws IOException {
		String id = "a".repeat(60) + "._-9";
		assertThat(ids(RawClient.send(this.port, RawClient.get(path, "X-Request-Id: " + id)))).containsExactly(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<script>alert(1)</script>", "a b", "\u00fc", "a\tb" })
	void aHostileIdIsReplaced(String id) throws IOException {
		String answer = RawClient.send(this.port, RawClient.get("/ok/1", "X-Request-Id: " + id));
		assertThat(ids(answer)).singleElement().asString().hasSize(36);
	}

	@Test
	void anIdThatIsTooLongIsReplaced() throws IOException {
		String answer = RawClient.send(this.port, RawClient.get("/ok/1", "X-Request-Id: " + "a".repeat(4096)));
		assertThat(ids(answer)).singleElement().asString().hasSize(36);
	}

	@Test
	void theIdIsInTheMdcOfTheHandler() throws IOException {
		assertThat(RawClient.send(this.port, RawClient.get("/ok/1", "X-Request-Id: abc"))).endsWith("ok abc");
	}

	@Test
	void theIdFollowsAStreamingBodyToItsThread() throws IOException {
		assertThat(RawClient.send(this.port, RawClient.get("/streaming", "X-Request-Id: abc")))
			.contains("streamed abc");
	}

	private static List<String> ids(String answer) {
		return ID.matcher(answer).results().map((match) -> match.group(1)).toList();
	}

}
