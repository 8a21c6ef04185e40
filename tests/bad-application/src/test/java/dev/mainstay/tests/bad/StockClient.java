package dev.mainstay.tests.bad;

import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

class StockClient {

	private final RestClient client;

	private final RestTemplate old;

	StockClient(RestClient.Builder builder, RestTemplate old) {
		this.client = builder.build();
		this.old = old;
	}

	@Retryable
	int reserve(int amount) {
		this.old.delete("/reservations");
		return String.valueOf(this.client.post().uri("/reservations").body(amount).retrieve().body(String.class))
			.length();
	}

}
