package dev.mainstay.tests.coexistence;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tests that the owner of an application has of its client, with WireMock and exact
 * counts. They know nothing of Mainstay.
 */
@SpringBootTest(classes = CatalogueApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "spring.http.clients.read-timeout=3s")
class CatalogueClientStub {

	private static final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").http2PlainDisabled(true));

	@Autowired
	private CatalogueApplication.Catalogue catalogue;

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry registry) {
		server.start();
		registry.add("catalogue.url", server::baseUrl);
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	@BeforeEach
	void reset() {
		server.resetAll();
	}

	@Test
	void findsWhatIsThere() {
		stub(WireMock.okJson("{\"name\":\"tea\"}"));
		assertThat(this.catalogue.find(1)).isEqualTo(Map.of("name", "tea"));
		server.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/items/1")));
	}

	@Test
	void asksForNothingThatIsNotAsked() {
		stub(WireMock.ok());
		this.catalogue.delete(1);
		server.verify(1, WireMock.anyRequestedFor(WireMock.anyUrl()));
		server.verify(0, WireMock.getRequestedFor(WireMock.anyUrl()));
		assertThat(server.findAllUnmatchedRequests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 422, 500, 501 })
	void failsAtOnceByWhatIsAnswered(int status) {
		stub(WireMock.status(status));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.catalogue.find(1));
		server.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/items/1")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 500, 502, 503, 504 })
	void neverOrdersTwice(int status) {
		stub(WireMock.status(status).withHeader("Retry-After", "0"));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.catalogue.order(1));
		server.verify(1,
				WireMock.postRequestedFor(WireMock.urlEqualTo("/items/1"))
					.withHeader("Content-Type", WireMock.equalTo(MediaType.APPLICATION_JSON_VALUE))
					.withRequestBody(WireMock.equalToJson("{\"quantity\":1}", true, false)));
	}

	@Test
	void neverOrdersTwiceWhenNothingIsAnswered() {
		stub(WireMock.ok().withFixedDelay(6_000));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.catalogue.order(1));
		stub(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.catalogue.order(1));
		server.verify(2, WireMock.postRequestedFor(WireMock.urlEqualTo("/items/1")));
	}

	@Test
	void understandsNothingButJson() {
		stub(WireMock.okJson("{\"name\":"));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.catalogue.find(1));
		server.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/items/1")));
	}

	private static void stub(ResponseDefinitionBuilder answer) {
		server.stubFor(WireMock.any(WireMock.urlEqualTo("/items/1")).willReturn(answer));
	}

}
