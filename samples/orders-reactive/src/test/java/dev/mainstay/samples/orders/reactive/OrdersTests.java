package dev.mainstay.samples.orders.reactive;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.mainstay.samples.provider.PaymentProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the service does on a good day.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrdersTests {

	private static PaymentProvider provider;

	@LocalServerPort
	private int port;

	private WebTestClient client;

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
		this.client = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void keepsAnOrderWithItsLines() {
		Order order = createOrder();
		this.client.get()
			.uri("/orders/{id}", order.id())
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
		assertThat(get("/orders", Order.class)).extracting(Order::id).contains(order.id());
	}

	@Test
	void anOrderThatThereIsNotIsNotFound() {
		this.client.get().uri("/orders/999999").exchange().expectStatus().isNotFound();
	}

	@Test
	void chargesAPaymentAndTellsHowItIsDoing() {
		Order order = createOrder();
		Payment payment = post("/payments",
				Map.of("orderId", order.id(), "amount", 29, "cardNumber", "0000", "expiry", "12/29"), Payment.class);
		assertThat(get("/payments", Payment.class)).extracting(Payment::id, Payment::orderId)
			.contains(tuple(payment.id(), order.id()));
		assertThat(get("/payments/" + payment.id() + "/status", PaymentStatus.class))
			.containsExactly(new PaymentStatus(payment.id(), "settled"));
	}

	private Order createOrder() {
		return post("/orders", Map.of("customer", "Ada", "email", "ada@example.org", "lines", new Object[] {
				Map.of("sku", "tea", "quantity", 2, "price", 4.5), Map.of("sku", "pot", "quantity", 1, "price", 20) }),
				Order.class);
	}

	private <T> List<T> get(String path, Class<T> type) {
		List<T> found = this.client.get().uri(path).exchange().expectBodyList(type).returnResult().getResponseBody();
		assertThat(found).isNotNull();
		return found;
	}

	private <T> T post(String path, Map<String, Object> body, Class<T> type) {
		T created = this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
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
