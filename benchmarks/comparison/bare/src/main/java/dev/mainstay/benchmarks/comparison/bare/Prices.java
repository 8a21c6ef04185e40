package dev.mainstay.benchmarks.comparison.bare;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.client.RestClient;

/**
 * A client of the dependency that knows the prices. Thread-safe.
 */
public class Prices {

	private final RestClient client;

	/**
	 * Create the client.
	 * @param builder Spring Boot's
	 * @param url where the dependency is
	 */
	public Prices(RestClient.Builder builder, @Value("${prices.url}") String url) {
		this.client = builder.baseUrl(url).build();
	}

	/**
	 * Ask for a price.
	 * @param sku of what
	 * @return the price
	 */
	public Price price(String sku) {
		Price price = this.client.get().uri("/prices/{sku}", sku).retrieve().body(Price.class);
		if (price == null) {
			throw new IllegalStateException("No price of " + sku);
		}
		return price;
	}

}
