package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

@Component
public class PaymentProviderClient {

	private static final Logger log = LoggerFactory.getLogger(PaymentProviderClient.class);

	private final WebClient webClient;

	public PaymentProviderClient(WebClient.Builder builder, @Value("${payment.provider.url}") String url,
			@Value("${payment.provider.api-key}") String apiKey) {
		this.webClient = builder.baseUrl(url)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey)
			.filter(this::logCall)
			.build();
	}

	public Mono<Charge> charge(String reference, PaymentRequest payment) {
		return this.webClient.post()
			.uri("/charges")
			.bodyValue(new ChargeRequest(reference, payment.amount(), payment.cardNumber(), payment.expiry()))
			.retrieve()
			.bodyToMono(Charge.class);
	}

	public Mono<Charge> find(String id) {
		return this.webClient.get().uri("/charges/{id}", id).retrieve().bodyToMono(Charge.class);
	}

	private Mono<ClientResponse> logCall(ClientRequest request, ExchangeFunction next) {
		log.info("Calling {} {} with {}", request.method(), request.url(), request.headers());
		return next.exchange(request);
	}

	public record ChargeRequest(String reference, BigDecimal amount, String cardNumber, String expiry) {
	}

	public record Charge(String id, String reference, String status) {
	}

}
