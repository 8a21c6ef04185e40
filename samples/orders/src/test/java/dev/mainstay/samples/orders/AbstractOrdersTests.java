package dev.mainstay.samples.orders;

import java.io.IOException;
import java.util.Map;

import dev.mainstay.samples.provider.PaymentProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the service does on a good day, on either database.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class AbstractOrdersTests {

	private static PaymentProvider provider;

	@LocalServerPort
	private int port;

	@Autowired
	private PaymentRepository payments;

	private RestTestClient client;

	@BeforeAll
	static void startProvider() throws IOException {
		provider = PaymentProvider.start(0);
	}

	@AfterAll
	static void stopProvider() {
		provider.close();
	}

	@DynamicPropertySource
	static void providerProperties(DynamicPropertyRegistry registry) {
		registry.add("payment.provider.url", () -> provider.url());
	}

	@BeforeEach
	void setUp() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void keepsAnOrderWithItsLines() {
		this.client.get()
			.uri("/orders/{id}", createOrder())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.customer")
			.isEqualTo("Ada")
			.jsonPath("$.lines.length()")
			.isEqualTo(2)
			.jsonPath("$.total")
			.isEqualTo(29.0);
	}

	@Test
	void chargesAPaymentAndTellsHowItIsDoing() {
		long before = this.payments.count();
		Payment payment = post("/payments",
				Map.of("orderId", createOrder(), "amount", 29, "cardNumber", "0000", "expiry", "12/29"), Payment.class);
		assertThat(this.payments.count()).isEqualTo(before + 1);
		PaymentStatus status = this.client.get()
			.uri("/payments/{id}/status", payment.getId())
			.exchange()
			.expectBody(PaymentStatus.class)
			.returnResult()
			.getResponseBody();
		assertThat(status).isEqualTo(new PaymentStatus(payment.getId(), "settled"));
	}

	private long createOrder() {
		return post("/orders", Map.of("customer", "Ada", "email", "ada@example.org", "lines", new Object[] {
				Map.of("sku", "tea", "quantity", 2, "price", 4.5), Map.of("sku", "pot", "quantity", 1, "price", 20) }),
				Order.class)
			.getId();
	}

	private <T> T post(String path, Map<String, Object> body, Class<T> type) {
		T created = this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(type)
			.returnResult()
			.getResponseBody();
		assertThat(created).isNotNull();
		return created;
	}

}
