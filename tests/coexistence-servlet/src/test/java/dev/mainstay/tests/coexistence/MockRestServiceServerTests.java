package dev.mainstay.tests.coexistence;

import java.net.SocketTimeoutException;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.test.autoconfigure.AutoConfigureMockRestServiceServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of an application that mock the other side: what they count is what the
 * application has called, and never more, although retries are on.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@AutoConfigureMockRestServiceServer
class MockRestServiceServerTests {

	@Autowired
	private MockRestServiceServer server;

	@Autowired
	private Prices prices;

	@Test
	void aSafeCallThatIsRefusedIsMadeOnce() {
		this.server.expect(ExpectedCount.once(), MockRestRequestMatchers.requestTo("/prices/1"))
			.andExpect(MockRestRequestMatchers.method(HttpMethod.GET))
			.andRespond(MockRestResponseCreators.withServiceUnavailable());
		assertThatExceptionOfType(HttpServerErrorException.ServiceUnavailable.class).isThrownBy(this.prices::find);
		this.server.verify();
	}

	@Test
	void aSafeCallThatTimesOutIsMadeOnce() {
		this.server.expect(ExpectedCount.once(), MockRestRequestMatchers.requestTo("/prices/1"))
			.andRespond(MockRestResponseCreators.withException(new SocketTimeoutException("too late")));
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(this.prices::find);
		this.server.verify();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Prices prices(RestClient.Builder builder) {
			return new Prices(builder.build());
		}

	}

	static final class Prices {

		private final RestClient client;

		Prices(RestClient client) {
			this.client = client;
		}

		String find() {
			return this.client.get().uri("/prices/1").retrieve().body(String.class);
		}

	}

}
