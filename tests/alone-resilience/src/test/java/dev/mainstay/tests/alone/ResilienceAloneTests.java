package dev.mainstay.tests.alone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = OrdinaryApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ResilienceAloneTests {

	private static final String ORDER = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";

	@LocalServerPort
	private int port;

	private Http http;

	private HttpServer dependency;

	private final AtomicInteger calls = new AtomicInteger();

	@BeforeEach
	void connect() throws IOException {
		this.http = new Http(this.port);
		this.dependency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.dependency.createContext("/", (exchange) -> {
			int status = (this.calls.incrementAndGet() < 3) ? 503 : 200;
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		this.dependency.start();
	}

	@AfterEach
	void stop() {
		this.dependency.stop(0);
	}

	@Test
	void aKeyedPostIsExecutedOnceAndReplayed() {
		HttpResponse<String> first = this.http.post("/orders", ORDER, "Idempotency-Key", "\"key-1\"");
		HttpResponse<String> second = this.http.post("/orders", ORDER, "Idempotency-Key", "\"key-1\"");
		assertThat(first.headers().firstValue("Idempotency-Status")).hasValue("created");
		assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
		assertThat(second.statusCode()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
	}

	@Test
	void aKeyThatComesWithAnotherBodyIsRefused() {
		this.http.post("/orders", ORDER, "Idempotency-Key", "\"key-2\"");
		HttpResponse<String> answer = this.http.post("/orders", ORDER + " ", "Idempotency-Key", "\"key-2\"");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThatProblem(answer.body()).hasCode("idempotency-key-reused");
	}

	@Test
	void aSafeCallThatIsRefusedIsTriedAgain() {
		String url = "http://127.0.0.1:" + this.dependency.getAddress().getPort() + "/";
		assertThat(this.http.get("/calling?url=" + url).statusCode()).isEqualTo(200);
		assertThat(this.calls).hasValue(3);
	}

}
