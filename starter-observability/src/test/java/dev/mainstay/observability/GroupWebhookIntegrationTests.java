package dev.mainstay.observability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.ShopApplication;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a request that failed to a webhook, over HTTP on real servers.
 */
class GroupWebhookIntegrationTests {

	private final List<String> received = Collections.synchronizedList(new ArrayList<>());

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void tellsOfANewGroupOnceAndOfAFewInAStorm(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			service.get("/pay/4711", "X-Request-Id", "of-a-user");
			service.get("/pay/4712");
			for (String order : List.of("red", "green", "blue", "white", "black", "brown")) {
				assertThat(service.get("/pay/" + order).statusCode()).isEqualTo(500);
			}
			Await.until(() -> assertThat(service.context().getBean(ErrorGroups.class).size()).isEqualTo(7));
			Await.until(() -> assertThat(news()).hasSize(3));
			assertThat(news().get(0)).startsWith("{\"text\":\"New error group, service orders 1.2, ")
				.contains(
						": java.lang.IllegalStateException at shop.ShopApplication$Payments.pay(ShopApplication.java:",
						": no money for order #, password=[masked], request of-a-user\"}")
				.doesNotContain("hunter2", "4711");
		}
		assertThat(news()).hasSize(3);
	}

	/** So much fails that the objective is news, too. */
	private List<String> news() {
		synchronized (this.received) {
			return this.received.stream().filter((message) -> !message.contains("SLO ")).toList();
		}
	}

	private RunningService start(WebApplicationType type) {
		return RunningService.start(type, ShopApplication.class, "spring.application.version=1.2",
				"mainstay.slo.webhook.url=http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook");
	}

}
