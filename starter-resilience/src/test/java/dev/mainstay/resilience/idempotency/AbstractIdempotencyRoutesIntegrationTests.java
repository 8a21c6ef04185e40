package dev.mainstay.resilience.idempotency;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What routes do with keys, by property and annotation, and the page that says so.
 */
public abstract class AbstractIdempotencyRoutesIntegrationTests {

	protected static final Map<String, Object> PROPERTIES = Map.of("mainstay.idempotency.routes[/declared/required/**]",
			"off", "mainstay.idempotency.routes[/declared/property]", "required",
			"mainstay.idempotency.routes[PUT /declared/{id}/plain]", "optional",
			"mainstay.idempotency.routes[/declared/off/**]", "off", "mainstay.idempotency.fingerprint",
			"canonical-json");

	private RouteAssertions route;

	protected abstract KeyedServer server();

	@BeforeEach
	void client() {
		server().bean(StoppableStore.class).start();
		this.route = new RouteAssertions(server().client());
	}

	@ParameterizedTest
	@CsvSource({ "POST,/declared", "POST,/declared/1", "PUT,/declared/1", "POST,/declared/property" })
	void requestWithoutTheRequiredKeyIsRefusedBeforeItRuns(String method, String path) {
		this.route.isRequired(method, path);
	}

	@Test
	void handlerThatMatchesBetterCounts() {
		this.route.isOptional("POST", "/declared/special");
	}

	@ParameterizedTest
	@CsvSource({ "POST,/declared/off", "POST,/declared/required", "PUT,/declared/required" })
	void keyIsIgnoredWhereThatWasSaid(String method, String path) {
		if ("PUT".equals(method)) {
			// The property speaks of POST and PATCH.
			this.route.isRequired(method, path);
		}
		else {
			this.route.isIgnored(method, path);
		}
	}

	@Test
	void otherMethodsTakeAKeyWhereThatWasSaid() {
		this.route.isOptional("PUT", "/declared/1/plain");
	}

	@Test
	void handlerThatReadsTheKeyIsProtectedIfItSaysSo() {
		this.route.isTaken("POST", "/declared/reads");
	}

	@ParameterizedTest
	@CsvSource({ "/declared/throws,500", "/declared/503,503" })
	void serverErrorIsReplayedWhereThatWasSaid(String path, int status) {
		this.route.serverErrorIsKept(path, status);
	}

	@Test
	void refusalsLinkToThePage() {
		this.route.refusalsLinkToThePage("/declared/1");
	}

	@Test
	void pagePublishesTheRules() {
		this.route.pageSays("/mainstay/idempotency", "1 to 255 printable ASCII", "24 hours", "1 hour",
				"POST and PATCH /declared/property</td><td>required", "<td>PUT /declared/{id}</td><td>required",
				"<td>409</td><td>idempotency-in-progress</td>");
		assertThat(server().client().send("/mainstay/idempotency", KeyedClient.freshKey(), "").status()).isEqualTo(404);
	}

	@Test
	void tooLargeBodyIsRefusedWhereAKeyIsRequired() {
		this.route.tooLargeIsRefused("/declared/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/declared/1", "/declared/property" })
	void storeThatIsDownRefusesWhereAKeyIsRequired(String path) {
		server().bean(StoppableStore.class).stop();
		int before = this.route.executions();
		KeyedClient.Answer answer = server().client().send(path, KeyedClient.freshKey(), "{}");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text()).contains("\"code\":\"idempotency-store-unavailable\"");
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
		assertThat(answer.header("Link")).isNull();
		assertThat(this.route.executions()).isEqualTo(before);
		KeyedClient.Answer optional = server().client().send("/declared/special", KeyedClient.freshKey(), "{}");
		assertThat(optional.status()).isEqualTo(200);
		assertThat(optional.keyStatus()).isEqualTo("unprotected");
	}

	@Test
	void expiryIsNotAnnouncedIfTheEndCouldNotBeRecorded() {
		StoppableStore store = server().bean(StoppableStore.class);
		store.stopAfterClaim();
		KeyedClient.Answer answer = server().client().send("/declared/1", KeyedClient.freshKey(), "{}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.keyStatus()).isEqualTo("created");
		assertThat(answer.header("Idempotency-Expires")).isNull();
	}

	@Test
	void jsonIsComparedByWhatItSays() {
		String key = KeyedClient.freshKey();
		String path = "/declared/1";
		assertThat(server().client().send(path, key, "{\"a\":1.0,\"b\":[1,2]}").keyStatus()).isEqualTo("created");
		assertThat(server().client().send(path, key, "{ \"b\": [1, 2], \"a\": 1 }").isReplay()).isTrue();
		assertThat(server().client().send(path, key, "{\"a\":1.000000000000000001,\"b\":[1,2]}").status())
			.isEqualTo(422);
		assertThat(server().client().send(path, key, "{\"a\":1.0,\"b\":[2,1]}").status()).isEqualTo(422);
	}

}
