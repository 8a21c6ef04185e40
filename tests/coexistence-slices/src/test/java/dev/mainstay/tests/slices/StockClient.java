package dev.mainstay.tests.slices;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Asks another service.
 */
@Component
class StockClient {

	private final RestClient client;

	StockClient(RestClient.Builder builder) {
		this.client = builder.baseUrl("http://stock.example").build();
	}

	String inStock(String sku) {
		return this.client.get().uri("/stock/{sku}", sku).retrieve().body(String.class);
	}

}
