package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PaymentProviderClient {

	private final RestClient restClient;

	public PaymentProviderClient(RestClient.Builder builder, @Value("${payment.provider.url}") String url,
			@Value("${payment.provider.api-key}") String apiKey) {
		this.restClient = builder.baseUrl(url).defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey).build();
	}

	public Charge charge(String reference, PaymentRequest payment) {
		return this.restClient.post()
			.uri("/charges")
			.body(new ChargeRequest(reference, payment.amount(), payment.cardNumber(), payment.expiry()))
			.retrieve()
			.body(Charge.class);
	}

	public Charge find(String id) {
		return this.restClient.get().uri("/charges/{id}", id).retrieve().body(Charge.class);
	}

	public record ChargeRequest(String reference, BigDecimal amount, String cardNumber, String expiry) {
	}

	public record Charge(String id, String reference, String status) {
	}

}
