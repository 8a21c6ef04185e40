package dev.mainstay.benchmarks.comparison.assembled;

import dev.mainstay.benchmarks.comparison.bare.Price;
import dev.mainstay.benchmarks.comparison.bare.Prices;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.retry.annotation.Retry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.client.RestClient;

/**
 * The same client, with retries, a breaker and a limit of calls at a time.
 */
class GuardedPrices extends Prices {

	GuardedPrices(RestClient.Builder builder, @Value("${prices.url}") String url) {
		super(builder, url);
	}

	@Override
	@Retry(name = "prices")
	@CircuitBreaker(name = "prices")
	@Bulkhead(name = "prices")
	public Price price(String sku) {
		return super.price(sku);
	}

}
