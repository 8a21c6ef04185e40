package dev.mainstay.samples.orders.production;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.Severity;
import dev.mainstay.test.HardeningSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the service does on a good day, as if in production, and that its hardening sheet
 * says nothing that is medium or worse.
 */
@HardeningSheet(minimumScore = 95, failOn = Severity.MEDIUM)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mainstay.hardening.production=true")
class OrdersTests {

	private static final String PASSWORD = Surroundings.random();

	private static Surroundings surroundings;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	private RestTestClient shop;

	@BeforeAll
	static void start() {
		surroundings = new Surroundings();
	}

	@AfterAll
	static void stop() throws IOException {
		surroundings.close();
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		surroundings.addTo(registry);
		waive(registry, 0, "OPS-05", "a test runs in a process of Maven, the service as the Dockerfile says");
		waive(registry, 1, "DEP-01", "the plugin of CycloneDX writes no list while Maven is offline");
	}

	private static void waive(DynamicPropertyRegistry registry, int index, String id, String reason) {
		String waiver = "mainstay.hardening.waivers[" + index + "].";
		registry.add(waiver + "id", () -> id);
		registry.add(waiver + "reason", () -> reason);
		registry.add(waiver + "owner", () -> "team-orders");
		registry.add(waiver + "expiry", () -> LocalDate.now().plusDays(1).toString());
	}

	@BeforeEach
	void setUp(@Autowired JdbcTemplate jdbc, @Autowired PasswordEncoder encoder) {
		jdbc.update("insert into users values ('shop', ?, true) on conflict (username) do update set password = "
				+ "excluded.password", encoder.encode(PASSWORD));
		jdbc.update("insert into authorities values ('shop', 'ROLE_SHOP') on conflict do nothing");
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		this.shop = this.client.mutate().defaultHeaders((headers) -> headers.setBasicAuth("shop", PASSWORD)).build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/payments", "/payments/1/status", "/actuator/info", "/unknown" })
	void whoSaysNothingIsAskedWhoItIs(String path) {
		this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE, (scheme) -> assertThat(scheme).startsWith("Basic"))
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unauthenticated");
	}

	@Test
	void theShopMayNotWriteToTheLedger() {
		this.shop.post()
			.uri("/ledger/exports")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("forbidden");
	}

	@Test
	void theProbesNeedNoPassword() {
		List.of("/actuator/health/liveness", "/actuator/health/readiness")
			.forEach((path) -> this.client.get().uri(path).exchange().expectStatus().isOk());
	}

	@Test
	void keepsAnOrderWithItsLines() {
		this.shop.get()
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
	void listsOrdersByThePage() {
		createOrder();
		long last = createOrder();
		this.shop.get()
			.uri("/orders?size=1&sort=id,desc")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(1)
			.jsonPath("$[0].id")
			.isEqualTo(last);
	}

	@Test
	void authorisesAPaymentAndTellsHowItIsDoing() {
		long payment = post("/payments",
				Map.of("orderId", createOrder(), "amount", 29, "cardNumber", "0000", "expiry", "12/29"));
		this.shop.get()
			.uri("/payments/{id}/status", payment)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("settled");
	}

	private long createOrder() {
		return post("/orders", Map.of("customer", "Ada", "email", "ada@example.org", "lines", new Object[] {
				Map.of("sku", "tea", "quantity", 2, "price", 4.5), Map.of("sku", "pot", "quantity", 1, "price", 20) }));
	}

	private long post(String path, Map<String, Object> body) {
		Created created = this.shop.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(Created.class)
			.returnResult()
			.getResponseBody();
		assertThat(created).isNotNull();
		return created.id();
	}

	record Created(long id) {
	}

}
