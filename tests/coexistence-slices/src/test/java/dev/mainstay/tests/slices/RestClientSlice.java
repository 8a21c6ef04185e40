package dev.mainstay.tests.slices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.client.HttpServerErrorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tests of the client, by the owner of the application, who counts calls.
 */
@RestClientTest(StockClient.class)
class RestClientSlice {

	private static final String URI = "http://stock.example/stock/apple";

	@Autowired
	private StockClient client;

	@Autowired
	private MockRestServiceServer server;

	@AfterEach
	void everyCallWasExpected() {
		this.server.verify();
	}

	@Test
	void theStockIsAsked() {
		this.server.expect(ExpectedCount.once(), MockRestRequestMatchers.requestTo(URI))
			.andRespond(MockRestResponseCreators.withSuccess("7", MediaType.TEXT_PLAIN));
		assertThat(this.client.inStock("apple")).isEqualTo("7");
	}

	@Test
	void aFailureOfTheStockIsAskedForOnce() {
		this.server.expect(ExpectedCount.once(), MockRestRequestMatchers.requestTo(URI))
			.andRespond(MockRestResponseCreators.withStatus(HttpStatus.SERVICE_UNAVAILABLE));
		assertThatExceptionOfType(HttpServerErrorException.class).isThrownBy(() -> this.client.inStock("apple"));
	}

}
