package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callers whom only the application tells apart.
 */
class ServletIdempotencyCallerIntegrationTests {

	private static ServletServer server;

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of(), OwnResolver.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Answer send(String header, String value) {
		return server.client.send(server.client.post("/orders", this.key, "{\"item\":\"book\"}").header(header, value));
	}

	@ParameterizedTest
	@CsvSource({ "Authorization,Bearer one,Bearer two", "X-API-Key,one,two", "Cookie,JSESSIONID=one,JSESSIONID=two" })
	void callersWithOtherCredentialsNeverMeet(String header, String one, String two) {
		Answer first = send(header, one);
		Answer other = send(header, two);
		assertThat(other.isReplay()).isFalse();
		assertThat(other.text()).isNotEqualTo(first.text());
		assertThat(send(header, one).text()).isEqualTo(first.text());
	}

	@Test
	void cookiesThatAreNoSessionTellNobodyApart() {
		Answer first = send("Cookie", "JSESSIONID=one; tracking=1");
		assertThat(send("Cookie", "JSESSIONID=one; tracking=2").text()).isEqualTo(first.text());
	}

	@Test
	void applicationTellsCallersApartWhereItKnowsThem() {
		Answer first = send("X-Tenant", "one");
		assertThat(send("X-Tenant", "two").isReplay()).isFalse();
		assertThat(send("X-Tenant", "one").text()).isEqualTo(first.text());
	}

	@Test
	void requestWhoseCallerCannotBeResolvedRunsUnprotected() {
		assertThat(send("X-Tenant", "fails").keyStatus()).isEqualTo("unprotected");
		assertThat(send("X-Tenant", "fails").status()).isEqualTo(201);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnResolver {

		@Bean
		CallerResolver ownResolver() {
			return (request) -> {
				String tenant = request.getHeader("X-Tenant");
				if ("fails".equals(tenant)) {
					throw new IllegalStateException("the directory is down");
				}
				return (tenant == null) ? null : Caller.user(tenant);
			};
		}

	}

}
