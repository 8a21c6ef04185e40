package dev.mainstay.observability;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.mode.FeatureState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.ShopApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From a request that failed to its cause, over HTTP on real servers.
 */
class ErrorGroupsIntegrationTests {

	private static final String GROUPS = "/actuator/errorgroups";

	private static final String VERSION = "spring.application.version=1.2";

	private static final String WRITABLE = "management.endpoint.errorgroups.access=unrestricted";

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void oneDefectIsOneGroupHoweverItIsReachedAndCountsOnce(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			List<String> ways = List.of("/pay/1", "/plain/22", "/lambda/333", "/future/4", "/logged/5");
			for (String way : ways) {
				assertThat(service.get(way).statusCode()).isEqualTo(500);
			}
			JsonNode groups = groups(service, 5);
			assertThat(groups.get("groups").size()).as(groups.toPrettyString()).isEqualTo(1);
			JsonNode group = groups.get("groups").get(0);
			assertThat(group.get("count").asInt()).isEqualTo(5);
			assertThat(group.get("type").asString()).isEqualTo("java.lang.IllegalStateException");
			assertThat(group.get("message").asString()).isEqualTo("no money for order #, password=[masked]");
			assertThat(group.get("place").asString()).startsWith("shop.ShopApplication$Payments.pay(");
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(groups(service, 5).get("groups").get(0).get("routes").toString())
					.contains("GET /pay/{order}", "GET /plain/{order}", "GET /lambda/{order}", "GET /future/{order}",
							"GET /logged/{order}"));
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void aRequestIdLeadsToCauseTraceEventsAndVersion(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, "mainstay.error-groups.debug-loggers=shop.ShopApplication$Payments",
				"logging.level.root=info")) {
			service.get("/pay/77", "X-Request-Id", "of-a-user", "traceparent",
					"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
			service.get("/pay/78", "X-Request-Id", "of-another");
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(json(service.get(GROUPS + "/of-a-user")).get("status").asInt())
					.isEqualTo(500));
			HttpResponse<String> answer = service.get(GROUPS + "/of-a-user");
			JsonNode request = json(answer);
			assertThat(request.get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
			assertThat(request.get("route").asString()).isEqualTo("GET /pay/{order}");
			assertThat(request.get("failures").get(0).get("message").asString()).startsWith("no money for order 77");
			assertThat(request.get("groups").get(0).get("firstVersion").asString()).isEqualTo("1.2");
			assertThat(request.get("groups").get(0).get("sample").get("stackTrace").asString())
				.contains("shop.ShopApplication$Payments.pay");
			assertThat(request.get("events").toString())
				.contains("trying 77", "paying 77 with password=[masked]", "Failed GET /pay/{order}")
				.doesNotContain("paying 78");
			assertThat(answer.body()).doesNotContain("hunter2");
			assertThat(service.get(GROUPS + "/nobody").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void whatIsOnlyLoggedAndWhatFailsInTheBackgroundCountsAndAnAnswerDoesNot() throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET)) {
			assertThat(service.get("/swallowed/1").statusCode()).isEqualTo(200);
			service.get("/later/2", "X-Request-Id", "background");
			service.get("/conflict");
			service.get("/nowhere");
			JsonNode groups = groups(service, 2);
			assertThat(groups.get("groups").toString()).contains("no refund for order #", "no time for order #");
			assertThat(groups.get("scope").asString()).contains("forgotten when it ends");
			assertThat(json(service.get(GROUPS + "/background")).get("failures").toString()).contains("no time for");
			assertThat(service.feature("error-groups").state()).isEqualTo(FeatureState.ON);
			assertThat(service.feature("errorgroups-endpoint").state()).isEqualTo(FeatureState.ON);
		}
	}

	@Test
	void aGroupIsMendedByHandAndRegresses() throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, WRITABLE)) {
			service.get("/pay/1");
			String group = GROUPS + "/" + groups(service, 1).get("groups").get(0).get("fingerprint").asString();
			assertThat(json(post(service, group, "{\"state\":\"resolved\"}")).get("state").asString())
				.isEqualTo("resolved");
			service.get("/pay/2");
			groups(service, 2);
			assertThat(json(service.get(group)).get("state").asString()).isEqualTo("resolved");
			post(service, group, "{\"state\":\"resolved\",\"version\":\"1.2\"}");
			service.get("/pay/3");
			groups(service, 3);
			assertThat(json(service.get(group)).get("state").asString()).isEqualTo("regressed");
			assertThat(post(service, GROUPS + "/none", "{\"state\":\"open\"}").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void nothingIsChangedUnlessThatIsAllowed() throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET)) {
			assertThat(post(service, GROUPS + "/any", "{\"state\":\"open\"}").statusCode()).isEqualTo(405);
		}
	}

	@Test
	void switchedOffThereIsNothing() throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.error-groups.enabled=false")) {
			service.get("/pay/1");
			assertThat(service.get(GROUPS).statusCode()).isEqualTo(404);
			assertThat(service.feature("error-groups").state()).isEqualTo(FeatureState.OFF);
		}
	}

	private static RunningService start(WebApplicationType type, String... properties) {
		String[] all = Stream.concat(Stream.of(VERSION), Arrays.stream(properties)).toArray(String[]::new);
		return RunningService.start(type, ShopApplication.class, all);
	}

	/** A failure may be told of after its answer. */
	private static JsonNode groups(RunningService service, int failures) {
		return await().atMost(Duration.ofSeconds(10))
			.until(() -> json(service.get(GROUPS)), (it) -> it.get("failures").asInt() >= failures);
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private static HttpResponse<String> post(RunningService service, String path, String body) throws Exception {
		URI uri = service.uri(path);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
