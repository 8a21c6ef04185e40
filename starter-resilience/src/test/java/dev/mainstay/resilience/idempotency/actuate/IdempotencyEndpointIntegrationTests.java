package dev.mainstay.resilience.idempotency.actuate;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.jayway.jsonpath.JsonPath;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import dev.mainstay.resilience.idempotency.OpenClaims;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator gets, from the refusal that a caller shows to the end of the matter.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class IdempotencyEndpointIntegrationTests {

	private static final String PATH = "/actuator/idempotency";

	private static final Map<WebApplicationType, ConfigurableApplicationContext> contexts = new EnumMap<>(
			WebApplicationType.class);

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		for (WebApplicationType type : new WebApplicationType[] { WebApplicationType.SERVLET,
				WebApplicationType.REACTIVE }) {
			contexts.put(type,
					KeyedApplication.run(type, Map.of("management.endpoint.idempotency.access", "unrestricted")));
		}
	}

	@AfterAll
	static void stop() {
		contexts.values().forEach(ConfigurableApplicationContext::close);
	}

	private static KeyedClient client(WebApplicationType type) {
		return new KeyedClient(KeyedApplication.port(contexts.get(type)));
	}

	private static String recordOf(Answer refusal, String code) {
		assertThat(refusal.text()).contains("\"code\":\"" + code + "\"");
		return JsonPath.read(refusal.text(), "$.record");
	}

	private static Answer look(KeyedClient client, String record) {
		return client.send(client.to(PATH + "/" + record).GET());
	}

	private static Answer release(KeyedClient client, String record) {
		return client.send(client.to(PATH + "/" + record).DELETE());
	}

	private static HttpRequest.Builder completion(KeyedClient client, String record, String outcome) {
		return client.to(PATH + "/" + record)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"outcome\":\"" + outcome + "\"}"));
	}

	private static Answer complete(KeyedClient client, String record, String outcome) {
		return client.send(completion(client, record, outcome));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void operationOfUnknownOutcomeIsReleasedByHand(WebApplicationType type, CapturedOutput output) {
		KeyedClient client = client(type);
		assertThat(client.send("/fails", this.key, "{}").status()).isEqualTo(500);
		String record = recordOf(client.send("/fails", this.key, "{}"), "idempotency-outcome-unknown");
		assertThat(look(client, record).text()).contains("\"state\":\"completed\"", "\"outcome\":\"unknown\"");
		assertThat(release(client, record).text()).contains("\"state\":\"released\"");
		assertThat(look(client, record).status()).isEqualTo(404);
		assertThat(release(client, record).status()).isEqualTo(404);
		assertThat(client.send("/fails", this.key, "{}").status()).isEqualTo(500);
		assertThat(output)
			.contains("Idempotency record " + record + ": release by hand, asked for by anonymous: released")
			.contains("asked for by anonymous: not-found")
			.doesNotContain(this.key.replace("\"", ""));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void operationOfUnknownOutcomeIsCompletedByHand(WebApplicationType type, CapturedOutput output) {
		KeyedClient client = client(type);
		client.send("/fails", this.key, "{}");
		String record = recordOf(client.send("/fails", this.key, "{}"), "idempotency-outcome-unknown");
		assertThat(complete(client, record, "took-place").status()).isEqualTo(400);
		Answer completed = complete(client, record, "not-replayable");
		assertThat(completed.status()).as("%s", completed).isEqualTo(200);
		assertThat(completed.text()).contains("\"outcome\":\"not-replayable\"");
		assertThat(complete(client, record, "unknown").status()).isEqualTo(409);
		assertThat(recordOf(client.send("/fails", this.key, "{}"), "idempotency-response-not-replayable"))
			.isEqualTo(record);
		assertThat(output).contains(record + ": complete by hand, asked for by anonymous: completed")
			.contains("asked for by anonymous: refused, it is completed");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void whatIsRunningIsSeenAndReleasedByForceOnly(WebApplicationType type) {
		KeyedClient client = client(type);
		CompletableFuture<Answer> first = client.sendAsync(client.post("/slow/" + type, this.key, "{}"));
		OpenClaims open = contexts.get(type).getBean(Idempotency.class).openClaims();
		while (open.count() == 0) {
			Thread.onSpinWait();
		}
		Answer refusal = client.send("/slow/" + type, this.key, "{}");
		String record = recordOf(refusal, "idempotency-in-progress");
		Answer all = client.send(client.to(PATH).GET());
		assertThat(all.text()).contains("\"store\":\"memory\"", "\"mode\":\"lease\"", "\"lease\":\"60000ms\"")
			.contains("{\"record\":\"" + record + "\",\"state\":\"in-progress\"")
			.contains("\"inFlight\":1", "\"in-progress\":", "\"more\":false");
		assertThat(release(client, record).status()).isEqualTo(409);
		assertThat(release(client, record + "?force=true").status()).isEqualTo(200);
		contexts.get(type).getBean(KeyedApplication.Operations.class).gate(type.name()).tryEmitEmpty();
		assertThat(first.join().text()).isEqualTo("slow");
		assertThat(client.send(client.to(PATH).GET()).text()).contains("\"inFlight\":0")
			.containsPattern("\"lost\":[1-9]");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void answerIsNeverShownAndEachRefusalNamesItsRecord(WebApplicationType type) {
		KeyedClient client = client(type);
		client.send("/orders", this.key, "{}");
		String record = recordOf(client.send("/orders", this.key, "{\"other\":1}"), "idempotency-key-reused");
		assertThat(look(client, record).text()).contains("\"outcome\":\"replayable\"", "\"status\":200")
			.doesNotContain("ordered");
		assertThat(release(client, record).status()).isEqualTo(409);
		String bigKey = KeyedClient.freshKey();
		client.send("/big", bigKey, "{}");
		recordOf(client.send("/big", bigKey, "{}"), "idempotency-response-not-replayable");
		assertThat(client.send("/orders", "\"", "{}").text()).doesNotContain("\"record\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void nobodyButWhoTheGuardAdmitsChangesAnything(WebApplicationType type) {
		KeyedClient client = client(type);
		client.send("/fails", this.key, "{}");
		String record = recordOf(client.send("/fails", this.key, "{}"), "idempotency-outcome-unknown");
		assertThat(
				client.send(client.to(PATH + "/" + record).header("X-Forwarded-For", "203.0.113.9").DELETE()).status())
			.isEqualTo(401);
		assertThat(client.send(completion(client, record, "not-replayable").header("X-Forwarded-For", "203.0.113.9"))
			.status()).isEqualTo(401);
		assertThat(look(client, record).text()).contains("\"outcome\":\"unknown\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void traceSaysWhatBecameOfTheKey(WebApplicationType type) throws Exception {
		KeyedClient client = client(type);
		client.send("/orders", this.key, "{}");
		String record = recordOf(client.send("/orders", this.key, "{\"other\":1}"), "idempotency-key-reused");
		awaitTrace(type, record, "created");
		Observation.Context refused = awaitTrace(type, record, "mismatch");
		assertThat(refused.getLowCardinalityKeyValues()).extracting(KeyValue::getKey)
			.noneMatch((name) -> name.startsWith("mainstay.idempotency"));
		client.send(client.to("/orders").header(IdempotencyHeaders.KEY, this.key).GET());
		awaitTrace(type, null, "ignored");
	}

	private static Observation.Context awaitTrace(WebApplicationType type, String record, String status)
			throws InterruptedException {
		KeyedApplication.Traces traces = contexts.get(type).getBean(KeyedApplication.Traces.class);
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (true) {
			for (Observation.Context context : traces.requests) {
				if (KeyValue.of("mainstay.idempotency.status", status)
					.equals(context.getHighCardinalityKeyValue("mainstay.idempotency.status"))
						&& (record == null || KeyValue.of("mainstay.idempotency.record", record)
							.equals(context.getHighCardinalityKeyValue("mainstay.idempotency.record")))) {
					return context;
				}
			}
			assertThat(System.nanoTime()).as("no trace with status %s and record %s", status, record)
				.isLessThan(deadline);
			Thread.sleep(20);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void healthHasTheStoreAsADetail(WebApplicationType type) {
		KeyedClient client = client(type);
		String health = client.send(client.to("/actuator/health").GET()).text();
		assertThat((String) JsonPath.read(health, "$.components.mainstayIdempotency.status")).isEqualTo("UP");
		assertThat((String) JsonPath.read(health, "$.components.mainstayIdempotency.details.store"))
			.isEqualTo("memory");
		assertThat(client.send(client.to("/actuator/health/readiness").GET()).text())
			.doesNotContain("mainstayIdempotency");
	}

}
