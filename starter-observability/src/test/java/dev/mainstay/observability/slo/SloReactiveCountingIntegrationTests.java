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

class SloReactiveCountingIntegrationTests {

	private static final String GARBAGE = "GET /a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

	/** A thousand rounds are ten thousand requests, which take minutes. */
	private static final int ROUNDS = Integer.getInteger("mainstay.slo.rounds", 40);

	private static RunningService service;

	private static SloEvents events;

	@BeforeAll
	static void start() {
		service = RunningService.start(WebApplicationType.REACTIVE, ReactiveEndingsApplication.class,
				"mainstay.slo.objectives.all.availability=99.5", "mainstay.slo.objectives.all.latency=300ms",
				"mainstay.slo.objectives.all.latency-target=99");
		events = service.context().getBean(SloEvents.class);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@ParameterizedTest
	@CsvSource({ "/ok/1, 200, false, false", "/nowhere, 404, false, false", "/throws, 500, true, true",
			"/conflict, 409, false, false", "/unavailable, 503, true, true", "/timeout, 504, true, true",
			"/late-failure, 500, true, true", "/sse, 200, false, false", "/sse-fails, 200, true, true",
			"/slow, 200, false, true" })
	void countsEveryEndOnce(String path, int status, boolean failed, boolean late) throws Exception {
		Counted before = Counted.now();
		assertThat(RawRequests.send(port(), RawRequests.get(path))).startsWith("HTTP/1.1 " + status);
		Await.until(() -> assertThat(Counted.now().since(before))
			.isEqualTo(new Counted(failed ? 0 : 1, failed ? 1 : 0, late ? 1 : 0)));
	}

	@Test
	void countsAnAbortedRequestAsWhatTheServerSaw() throws Exception {
		Counted before = Counted.now();
		RawRequests.abort(port(), "/sse-endless");
		Await.until(() -> assertThat(Counted.now().since(before).good()).isOne());
		assertThat(Counted.now().since(before).bad()).isZero();
	}

	@Test
	void countsWhatTheServerRefuses() throws Exception {
		Counted before = Counted.now();
		assertThat(RawRequests.send(port(), GARBAGE)).startsWith("HTTP/1.1 400");
		Await.until(() -> assertThat(Counted.now().since(before)).isEqualTo(new Counted(1, 0, 0)));
	}

	@Test
	void countsNoRequestForManagement() throws Exception {
		Counted before = Counted.now();
		assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(service.get("/actuator/slo").statusCode()).isEqualTo(200);
		assertThat(service.get("/ok/last").statusCode()).isEqualTo(200);
		Await.until(() -> assertThat(Counted.now().since(before)).isEqualTo(new Counted(1, 0, 0)));
	}

	@Test
	void equalsTheLedgerOfItsClient() throws Exception {
		List<String> requests = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			requests.add(GARBAGE);
			List.of("/ok/" + i, "/throws", "/nowhere", "/conflict", "/late-failure", "/sse", "/sse-fails", "/timeout",
					"/ok/again")
				.forEach((path) -> requests.add(RawRequests.get(path)));
		}
		Collections.shuffle(requests, new Random(9));
		Counted before = Counted.now();
		ExecutorService clients = Executors.newFixedThreadPool(8);
		List<Future<String>> answers = new ArrayList<>();
		requests.forEach((request) -> answers.add(clients.submit(() -> RawRequests.send(port(), request))));
		for (Future<String> answer : answers) {
			answer.get(60, TimeUnit.SECONDS);
		}
		clients.shutdown();
		Await.until(() -> {
			assertThat(Counted.now().since(before).good()).isEqualTo(6 * ROUNDS);
			assertThat(Counted.now().since(before).bad()).isEqualTo(4 * ROUNDS);
		});
	}

	private static int port() {
		return service.uri("/").getPort();
	}

	private record Counted(long good, long bad, long late) {

		static Counted now() {
			List<ObjectiveCounts> counts = events.counts();
			return new Counted(counts.get(0).good(), counts.get(0).bad(), counts.get(1).bad());
		}

		Counted since(Counted before) {
			return new Counted(this.good - before.good, this.bad - before.bad, this.late - before.late);
		}

	}

}
