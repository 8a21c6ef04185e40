package dev.mainstay.observability.slo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.SampleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SloEventsTests {

	private static final Duration WINDOW = Duration.ofDays(30);

	private static final TraceIds UNSAMPLED = new TraceIds("0".repeat(32), "0".repeat(16), false);

	@ParameterizedTest
	@CsvSource({ "200, COMPLETED, false", "404, COMPLETED, false", "499, COMPLETED, false", "500, COMPLETED, true",
			"503, COMPLETED, true", "200, FAILED, true", ", FAILED, true", "500, FAILED, true", "404, FAILED, false",
			"503, TIMED_OUT, true", "200, TIMED_OUT, true", "200, ABORTED, false", ", ABORTED, false",
			"500, ABORTED, true", "400, REJECTED, false", "501, REJECTED, true" })
	void tellsGoodFromBad(Integer status, RequestOutcome outcome, boolean bad) {
		SloEvents events = events(availability("a"));
		events.onCompletion(new SampleRequest().status(status).outcome(outcome));
		assertThat(events.counts().get(0).bad()).isEqualTo(bad ? 1 : 0);
		assertThat(events.counts().get(0).good()).isEqualTo(bad ? 0 : 1);
	}

	@ParameterizedTest
	@CsvSource({ "429, 1", "404, 0", "302, 1", "200, 0", "500, 1" })
	void takesFurtherStatusesForBad(int status, int bad) {
		SloEvents events = new SloEvents(
				new Objectives(List.of(availability("a")), Map.of("a", new BadStatuses(List.of("429", "3xx")))),
				TraceIds::sampled, true);
		events.onCompletion(new SampleRequest().status(status));
		assertThat(events.counts().get(0).bad()).isEqualTo(bad);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLICATION")
	void countsOnlyWhatIsForTheApplication(RequestOrigin origin) {
		SloEvents events = events(availability("a"));
		events.onCompletion(new SampleRequest().origin(origin).status(500));
		assertThat(total(events, 0)).isZero();
	}

	@Test
	void countsWhatTheContainerRejects() {
		SloEvents events = events(availability("a"), availability("b", "/orders/{id}"));
		events.onCompletion(new SampleRequest().route(null)
			.method(null)
			.status(400)
			.origin(RequestOrigin.CONTAINER)
			.outcome(RequestOutcome.REJECTED));
		assertThat(events.counts().get(0).good()).isOne();
		assertThat(total(events, 1)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "299900, 0", "300000, 0", "300001, 1", "300100, 1" })
	void takesTheThresholdForInTime(long micros, int bad) {
		SloEvents events = events(latency("l"));
		events.onCompletion(new SampleRequest().duration(Duration.ofNanos(micros * 1000)));
		assertThat(events.counts().get(0).bad()).isEqualTo(bad);
		assertThat(total(events, 0)).isOne();
	}

	@Test
	void takesAFailureForBadHoweverQuick() {
		SloEvents events = events(latency("l"));
		events.onCompletion(new SampleRequest().status(500).duration(Duration.ofMillis(1)));
		events.onCompletion(new SampleRequest().outcome(RequestOutcome.FAILED).failure(new IOException()));
		assertThat(events.counts().get(0).bad()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "/orders/{id}, GET, /orders/{id}, 1", "/orders/{id}, GET, /orders/search, 0",
			"GET /orders/{id}, GET, /orders/{id}, 1", "get  /orders/{id}, GET, /orders/{id}, 1",
			"POST /orders/{id}, GET, /orders/{id}, 0", "/orders/**, GET, /orders/{id}/lines, 1",
			"/orders/**, GET, /orders, 1", "/orders/**, GET, /ordersearch, 0", "/**, GET, /orders, 1",
			"/orders/*, GET, /orders/{id}, 1", "/orders/*, GET, /orders/{id}/lines, 0", "/orders/*, GET, /orders, 0",
			"/orders, GET, , 0", "/**, GET, , 0" })
	void matchesMethodAndTemplate(String pattern, String method, String route, long count) {
		SloEvents events = events(availability("a", pattern));
		events.onCompletion(new SampleRequest().method(method).route(route));
		assertThat(total(events, 0)).isEqualTo(count);
	}

	@Test
	void countsOncePerObjectiveWhateverManyRoutesMatch() {
		SloEvents events = events(availability("a", "/orders/{id}", "GET /orders/**"), availability("b"));
		events.onCompletion(new SampleRequest());
		assertThat(total(events, 0)).isOne();
		assertThat(total(events, 1)).isOne();
	}

	@Test
	void countsCallsForTheObjectiveAndItsLatency() {
		SloEvents events = events(availability("job"), latency("job-latency"), availability("other"));
		events.ofMethods("job");
		events.count("job", false, Duration.ofMillis(301));
		events.count("nobody", true, Duration.ZERO);
		events.onCompletion(new SampleRequest());
		assertThat(events.counts()).extracting(ObjectiveCounts::good).containsExactly(1L, 0L, 1L);
		assertThat(events.counts()).extracting(ObjectiveCounts::bad).containsExactly(0L, 1L, 0L);
	}

	@Test
	void remembersTheTraceOfTheLastBadEventThatIsExported() {
		SloEvents events = events(availability("a"));
		SampleRequest bad = new SampleRequest().status(500);
		events.onCompletion(bad);
		events.onCompletion(new SampleRequest().status(500).traceIds(UNSAMPLED));
		events.onCompletion(new SampleRequest().traceIds(new TraceIds("1".repeat(32), "1".repeat(16), true)));
		assertThat(events.counts().get(0).lastBadTrace()).isEqualTo(bad.traceIds());
	}

	@Test
	void saysWhichTracesAreWorthKeeping() {
		SloEvents events = events(latency("l", "/orders/{id}"));
		assertThat(events.isBad(new SampleRequest().duration(Duration.ofSeconds(1)))).isTrue();
		assertThat(events.isBad(new SampleRequest())).isFalse();
		assertThat(events.isBad(new SampleRequest().duration(Duration.ofSeconds(1)).route("/other"))).isFalse();
	}

	@Test
	void countsNothingWhereItIsSwitchedOff() {
		SloEvents events = new SloEvents(new Objectives(List.of(availability("a"))), TraceIds::sampled, false);
		events.onCompletion(new SampleRequest().status(500));
		events.count("a", true, Duration.ZERO);
		assertThat(total(events, 0)).isZero();
		assertThat(events.isBad(new SampleRequest().status(500))).isFalse();
	}

	private static long total(SloEvents events, int index) {
		ObjectiveCounts counts = events.counts().get(index);
		return counts.good() + counts.bad();
	}

	private static SloEvents events(Objective... objectives) {
		return new SloEvents(new Objectives(List.of(objectives)), TraceIds::sampled, true);
	}

	private static Objective availability(String name, String... routes) {
		return new Objective(name, ObjectiveKind.AVAILABILITY, 0.99, WINDOW, null, List.of(routes), null, null, false);
	}

	private static Objective latency(String name, String... routes) {
		return new Objective(name, ObjectiveKind.LATENCY, 0.99, WINDOW, Duration.ofMillis(300), List.of(routes), null,
				null, false);
	}

}
