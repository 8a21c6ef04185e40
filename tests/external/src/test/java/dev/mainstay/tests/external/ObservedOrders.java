package dev.mainstay.tests.external;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.samples.orders.OrdersApplication;
import dev.mainstay.samples.provider.PaymentProvider;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Launch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hardened sample in a process of its own, with the objectives of the stack beside
 * it, and the provider that it calls.
 */
final class ObservedOrders implements AutoCloseable {

	static final Path STACK = Path.of("..", "..", "samples", "observability-stack");

	private static final String ORDER = """
			{"customer":"Ada","email":"ada@example.com","lines":[{"sku":"tea","quantity":1,"price":9.00}]}""";

	private static final String PAYMENT = """
			{"orderId":1,"amount":9.00,"cardNumber":"4242 4242 4242 4242","expiry":"12/29"}""";

	private final PaymentProvider provider;

	private final ApplicationProcess process;

	private final Http http;

	private ObservedOrders(PaymentProvider provider) {
		this.provider = provider;
		this.process = ApplicationProcess.start(Launch.of(OrdersApplication.class),
				"--spring.config.additional-location=file:" + STACK.resolve("orders.yml"),
				"--spring.application.version=1.4.0", "--mainstay.telemetry.endpoint=",
				"--payment.provider.url=" + provider.url());
		this.http = this.process.http();
	}

	static ObservedOrders start() throws IOException {
		PaymentProvider provider = PaymentProvider.start(0);
		try {
			return new ObservedOrders(provider);
		}
		catch (RuntimeException ex) {
			provider.close();
			throw ex;
		}
	}

	int port() {
		return this.process.port();
	}

	/** What it generates, as it tells it to whoever asks. */
	SloFiles files() {
		return new SloFiles(get("/actuator/slo/rules"), get("/actuator/slo/tests"), get("/actuator/slo/dashboard"),
				get("/actuator/slo/dashboard?fleet="));
	}

	private String get(String path) {
		HttpResponse<String> answer = this.http.get(path);
		assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
		return answer.body();
	}

	void placeOrder() {
		HttpResponse<String> answer = this.http.post("/orders", ORDER);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
	}

	/**
	 * A visitor reads an order, and now and then pays or looks for one that is not there.
	 */
	void visit(int number) {
		this.http.get("/orders/" + ((number % 7 == 6) ? 4711 : 1));
		if (number % 3 == 0) {
			this.http.post("/payments", PAYMENT);
		}
	}

	/** From now on the provider fails each charge. */
	void breakPayments() {
		new Http(URI.create(this.provider.url()).getPort()).exchange("POST", "/control?errors=100", "");
	}

	@Override
	public void close() {
		try {
			this.process.close();
		}
		finally {
			this.provider.close();
		}
	}

}
