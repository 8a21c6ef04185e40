package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that handle some keys themselves.
 */
class ServletIdempotencyOwnershipIntegrationTests {

	private static final String ANT = "spring.mvc.pathmatch.matching-strategy";

	private final String key = KeyedClient.freshKey();

	private void assertLeftAlone(ServletServer server, String path) {
		Answer first = server.client.send(path, this.key, "");
		Answer second = server.client.send(path, this.key, "");
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.keyStatus()).isNull();
		assertThat(second.keyStatus()).isNull();
		assertThat(second.text()).isNotEqualTo(first.text()).endsWith(this.key);
	}

	@Test
	void handlerThatDeclaresTheKeyIsLeftAloneByAntPatternsToo() {
		try (ServletServer server = new ServletServer(Map.of(ANT, "ant-path-matcher"))) {
			assertLeftAlone(server, "/own");
			assertThat(server.client.send("/orders", this.key, "{}").keyStatus()).isEqualTo("created");
			assertThat(server.client.send("/orders", this.key, "{}").isReplay()).isTrue();
		}
	}

}
