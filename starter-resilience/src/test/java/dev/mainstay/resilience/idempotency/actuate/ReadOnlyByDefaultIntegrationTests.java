package dev.mainstay.resilience.idempotency.actuate;

import java.net.http.HttpRequest;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import dev.mainstay.resilience.idempotency.KeyedClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint as it is without a property.
 */
@Timeout(120)
class ReadOnlyByDefaultIntegrationTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void changesNothingUnlessThatIsAskedFor(WebApplicationType type) {
		try (ConfigurableApplicationContext context = KeyedApplication.run(type, Map.of())) {
			KeyedClient client = new KeyedClient(KeyedApplication.port(context));
			String key = KeyedClient.freshKey();
			client.send("/fails", key, "{}");
			String path = "/actuator/idempotency/" + JsonPath.read(client.send("/fails", key, "{}").text(), "$.record");
			assertThat(client.send(client.to(path).GET()).status()).isEqualTo(200);
			assertThat(client.send(client.to(path).DELETE()).status()).isEqualTo(405);
			assertThat(client
				.send(client.to(path)
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString("{\"outcome\":\"not-replayable\"}")))
				.status()).isEqualTo(405);
			assertThat(client.send(client.to(path).GET()).text()).contains("\"outcome\":\"unknown\"");
		}
	}

}
