package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application below a context path whose dispatcher servlet has a path as well.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServletPathTests {

	private static final List<String> PATHS = List.of("--server.servlet.context-path=/shop",
			"--spring.mvc.servlet.path=/api");

	private static final String ORDER = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";

	@Test
	void answersAreWhatTheyWere() {
		BeforeAndAfter answers = BeforeAndAfter.of(OrdinaryApplication.class, PATHS, ServletPathTests::requests,
				"--mainstay.mode=enforce");
		assertThat(answers.before()).filteredOn(Answer::isErrorOfBoot).hasSize(5);
		assertThat(answers.unexpected()).isEmpty();
	}

	@Test
	void mainstayKnowsWhereItIs(CapturedOutput output) {
		String[] arguments = Stream
			.concat(PATHS.stream(),
					Stream.of("--mainstay.logging.format=text",
							"--mainstay.idempotency.exclude-paths=/validated-orders"))
			.toArray(String[]::new);
		try (WorldApplication application = World.hardened().start(OrdinaryApplication.class, arguments)) {
			Http http = application.http();
			assertThat(http.get("/shop/api/orders/abc").body()).contains("\"instance\":\"/shop/api/orders/abc\"",
					"\"path\":\"/shop/api/orders/abc\"");
			assertThat(http.get("/shop/nowhere").statusCode()).isEqualTo(404);
			assertIdempotent(http);
			assertGuarded(http);
			Await.until(() -> assertThat(output).contains("GET /orders/{id} 400", "POST /orders 201"));
		}
	}

	private static void assertIdempotent(Http http) {
		HttpResponse<String> first = http.post("/shop/api/orders", ORDER, "Idempotency-Key", "\"k-1\"");
		HttpResponse<String> second = http.post("/shop/api/orders", ORDER, "Idempotency-Key", "\"k-1\"");
		assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
		assertThat(Answer.of(second).body()).isEqualTo(first.body());
		assertThat(http.get("/shop/api/orders").body()).isEqualTo("{\"created\":1}");
		assertThat(http.post("/shop/api/validated-orders", ORDER, "Idempotency-Key", "\"k-1\"").headers().map())
			.doesNotContainKey("Idempotency-Status");
	}

	private static void assertGuarded(Http http) {
		String actuator = "/shop/api/actuator";
		assertThat(http.get(actuator + "/mainstay").statusCode()).isEqualTo(200);
		assertThat(http.get(actuator + "/health", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(200);
		assertThat(http.get(actuator + "/mainstay", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(401);
		assertThat(http.get(actuator + "/prometheus", "X-Forwarded-For", "203.0.113.7").body())
			.contains("\"instance\":\"" + actuator + "/prometheus\"");
		assertThat(http.get("/actuator/mainstay").statusCode()).isEqualTo(404);
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		String base = "/shop/api";
		return Stream.of(http.get(base + "/orders/1"), http.get(base + "/orders/abc"), http.get(base + "/failing"),
				http.get(base + "/page", "Accept", "text/html"), http.post(base + "/orders", ORDER),
				http.post(base + "/orders", "{"), http.get(base + "/actuator/health"), http.get("/shop/orders/1"),
				http.get(base + "/nowhere"), http.get("/orders/1"));
	}

}
