package dev.mainstay.observability.slo.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.burn.Alert;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WebhookTests {

	private static final List<Duration> QUICK = List.of(Duration.ofMillis(1), Duration.ofMillis(1));

	private final List<String> received = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch open = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private volatile int status = 200;

	private HttpServer server;

	private Webhook webhook;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			this.received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			await();
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
		});
		this.server.start();
		this.webhook = new Webhook(uri("/secret"), "shop", QUICK);
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private void await() {
		try {
			this.open.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@AfterEach
	void stop() {
		this.open.countDown();
		this.webhook.close();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void tellsOfTheStartAndTheEnd() {
		this.open.countDown();
		Alert alert = new Alert(
				new Objective("orders", ObjectiveKind.AVAILABILITY, 0.999, Duration.ofDays(30), null, List.of(),
						"the \"A\" <team>", "https://r", false),
				new BurnPair("page", Duration.ofMinutes(5), Duration.ofHours(1), 14.4), Instant.EPOCH, 20.04);
		this.webhook.started(alert);
		this.webhook.ended(alert, Instant.EPOCH);
		Await.until(() -> assertThat(this.received).containsExactly(
				"{\"text\":\"SLO page started, service shop, objective orders: the budget burns 20.0 times faster than "
						+ "it may over 1h, more than 14.4 times, owner the \\\"A\\\" &lt;team&gt;, runbook https://r\"}",
				"{\"text\":\"SLO page ended, service shop, objective orders, owner the \\\"A\\\" &lt;team&gt;, "
						+ "runbook https://r\"}"));
	}

	@ParameterizedTest
	@CsvSource({ "500, 3", "503, 3", "429, 3", "404, 1", "301, 1" })
	void triesAgainWhatMaySucceed(int status, int times) {
		this.status = status;
		this.open.countDown();
		this.webhook.send("hello");
		Await.until(() -> assertThat(this.webhook.lost()).isOne());
		assertThat(this.received).hasSize(times);
	}

	/** The message has arrived; to send it again would be to page twice. */
	@Test
	void doesNotWaitForTheEndOfAnAnswer() {
		this.server.createContext("/endless", (exchange) -> {
			this.received.add("endless");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write('o');
			exchange.getResponseBody().flush();
			await();
		});
		try (Webhook endless = new Webhook(uri("/endless"), "shop", QUICK)) {
			endless.send("one");
			endless.send("two");
			Await.until(() -> assertThat(this.received).containsExactly("endless", "endless"));
			assertThat(endless.lost()).isZero();
		}
	}

	@Test
	void losesWhatCannotBeSentAtAll(CapturedOutput output) {
		try (Webhook nowhere = new Webhook(URI.create("http://127.0.0.1:99999/secret"), "shop", QUICK)) {
			nowhere.send("hello");
			Await.until(() -> assertThat(nowhere.lost()).isOne());
		}
		assertThat(output).contains("is lost").doesNotContain("secret").doesNotContain("99999");
	}

	@Test
	void countsWhatStillWaitsAtTheEnd(CapturedOutput output) {
		for (int i = 0; i < 4; i++) {
			this.webhook.send("message " + i);
		}
		Await.until(() -> assertThat(this.received).hasSize(1));
		this.webhook.close();
		Await.until(() -> assertThat(this.webhook.lost()).isEqualTo(4));
		assertThat(output).contains("3 more messages for the webhook");
	}

	@Test
	void losesWhatHasNoRoom() {
		for (int i = 0; i < Webhook.ROOM + 11; i++) {
			this.webhook.send("message " + i);
		}
		assertThat(this.webhook.lost()).isEqualTo(10);
		this.open.countDown();
		Await.until(() -> assertThat(this.received).hasSize(Webhook.ROOM + 1));
	}

	@Test
	void survivesAWebhookThatIsNotThere() {
		this.server.stop(0);
		this.webhook.send("hello");
		Await.until(() -> assertThat(this.webhook.lost()).isOne());
	}

}
