package dev.mainstay.observability.slo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.RunningService;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class SloCountingIntegrationTests {

	private static final String OBJECTIVES = "mainstay.slo.objectives.";

	/** 910 rounds are ten thousand requests, which take minutes. */
	private static final int ROUNDS = Integer.getInteger("mainstay.slo.rounds", 40);

	private static RunningService service;

	private static SloEvents events;

	@BeforeAll
	static void start() {
		service = RunningService.start(WebApplicationType.SERVLET, EndingsApplication.class,
				OBJECTIVES + "all.availability=99.5", OBJECTIVES + "all.latency=300ms",
				OBJECTIVES + "all.latency-target=99", OBJECTIVES + "ok.availability=99.9",
				OBJECTIVES + "ok.routes=GET /ok/{id}", "management.metrics.enable.slo=false",
				"management.endpoints.web.exposure.include=health,prometheus");
		events = service.context().getBean(SloEvents.class);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@ParameterizedTest
	@CsvSource({ "/ok/1, 200, false, false", "/nowhere, 404, false, false", "/throws, 500, true, true",
			"/send-error, 503, true, true", "/forward, 200, false, false", "/timeout, 503, true, true",
			"/late-failure, 500, true, true", "/sse, 200, false, false", "/sse-fails, 200, true, true",
			"/fails-after-commit, 200, true, true", "/slow, 200, false, true", "/%00, 400, false, false" })
	void countsEveryEndOnce(String path, int status, boolean failed, boolean late) throws Exception {
		Counted before = Counted.now();
		assertThat(RawRequests.send(port(), RawRequests.get(path))).startsWith("HTTP/1.1 " + status);
		Await.until(() -> assertThat(Counted.now().since(before))
			.isEqualTo(new Counted(failed ? 0 : 1, failed ? 1 : 0, late ? 1 : 0, path.startsWith("/ok/") ? 1 : 0)));
	}

	/** Time-outs are looked for once a second, so that it is late. */
	@Test
	void takesATimeoutThatIsAnsweredForWhatWasAnswered() throws Exception {
		Counted before = Counted.now();
		assertThat(service.get("/fallback").statusCode()).isEqualTo(200);
		Await.until(() -> assertThat(Counted.now().since(before).good()).isOne());
		assertThat(Counted.now().since(before).bad()).isZero();
	}

	@Test
	void countsAnAbortedRequestAsWhatTheServerSaw() throws Exception {
		Counted before = Counted.now();
		RawRequests.abort(port(), "/big");
		Await.until(() -> assertThat(Counted.now().since(before).good()).isOne());
		assertThat(Counted.now().since(before).bad()).isZero();
	}

	@Test
	void countsNoRequestForManagement() throws Exception {
		Counted before = Counted.now();
		assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
		assertThat(service.get("/ok/last").statusCode()).isEqualTo(200);
		Await.until(() -> assertThat(Counted.now().since(before)).isEqualTo(new Counted(1, 0, 0, 1)));
	}

	@Test
	void showsPrometheusWhatWasCountedThoughTheMeterIsDenied() throws Exception {
		assertThat(service.get("/actuator/prometheus").body()).contains(
				"slo_events_total{result=\"bad\",service=\"orders\",slo=\"all-latency\"} ",
				"slo_events_total{result=\"good\",service=\"orders\",slo=\"ok\"} ",
				"slo_objective_ratio{service=\"orders\",slo=\"ok\"} 0.999",
				"mainstay_slo_budget_remaining{service=\"orders\",slo=\"ok\"} 1.0",
				"mainstay_slo_burn_rate{service=\"orders\",slo=\"ok\",window=\"5m\"} 0.0");
	}

	@Test
	void equalsTheLedgerOfItsClient() throws Exception {
		List<String> paths = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			paths.addAll(List.of("/ok/" + i, "/throws", "/nowhere", "/forward", "/late-failure", "/sse", "/sse-fails",
					"/fails-after-commit", "/%00", "/timeout", "/ok/again"));
		}
		Collections.shuffle(paths, new Random(9));
		Counted before = Counted.now();
		ExecutorService clients = Executors.newFixedThreadPool(8);
		List<Future<String>> answers = new ArrayList<>();
		paths.forEach((path) -> answers.add(clients.submit(() -> RawRequests.send(port(), RawRequests.get(path)))));
		for (Future<String> answer : answers) {
			answer.get(60, TimeUnit.SECONDS);
		}
		clients.shutdown();
		Await.until(() -> {
			Counted counted = Counted.now().since(before);
			assertThat(counted.good()).isEqualTo(6 * ROUNDS);
			assertThat(counted.bad()).isEqualTo(5 * ROUNDS);
			assertThat(counted.ok()).isEqualTo(2 * ROUNDS);
		});
	}

	private static int port() {
		return service.uri("/").getPort();
	}

	private record Counted(long good, long bad, long late, long ok) {

		static Counted now() {
			List<ObjectiveCounts> counts = events.counts();
			return new Counted(counts.get(0).good(), counts.get(0).bad(), counts.get(1).bad(),
					counts.get(2).good() + counts.get(2).bad());
		}

		Counted since(Counted before) {
			return new Counted(this.good - before.good, this.bad - before.bad, this.late - before.late,
					this.ok - before.ok);
		}

	}

}
