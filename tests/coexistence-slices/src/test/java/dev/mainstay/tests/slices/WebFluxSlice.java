package dev.mainstay.tests.slices;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tests of the reactive web layer, by the owner of the application.
 */
@WebFluxTest(OrderController.class)
class WebFluxSlice {

	@Autowired
	private WebTestClient web;

	@MockitoBean
	private Orders orders;

	@Test
	void anOrderIsFound() {
		BDDMockito.given(this.orders.find(1)).willReturn(new Order("apple", 2));
		this.web.get()
			.uri("/orders/1")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"sku\":\"apple\",\"quantity\":2}");
	}

	@Test
	void anUnknownOrderIsNotFound() {
		BDDMockito.given(this.orders.find(7))
			.willThrow(new ResponseStatusException(HttpStatus.NOT_FOUND, "no order 7"));
		this.web.get()
			.uri("/orders/7")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.path")
			.isEqualTo("/orders/7")
			.jsonPath("$.error")
			.isEqualTo("Not Found");
	}

	@Test
	void anInvalidOrderIsRefused() {
		expectFailure(this.web.post()
			.uri("/orders")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"sku\":\"\",\"quantity\":0}")
			.exchange(), HttpStatus.BAD_REQUEST);
		BDDMockito.then(this.orders).shouldHaveNoInteractions();
	}

	@Test
	void aFailureIsAnError() {
		expectFailure(this.web.get().uri("/failing").exchange(), HttpStatus.INTERNAL_SERVER_ERROR);
	}

	private static void expectFailure(WebTestClient.ResponseSpec response, HttpStatus status) {
		response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.doesNotExist("X-Request-Id")
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(status.value())
			.jsonPath("$.timestamp")
			.exists();
	}

}
