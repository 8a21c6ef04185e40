package dev.mainstay.resilience.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

class InboundDeadlinesTests {

	private static final String HEADER = "X-Request-Timeout-Ms";

	private static final String TRUSTED = "10.0.0.7";

	private final Rule rule = new Ladder(Mode.ENFORCE).rule("deadline.expired", null);

	/** The request began at 0. */
	private final long now = Duration.ofMillis(20).toNanos();

	@Test
	void theTimeOfATrustedCallerCountsFromTheBeginOfTheRequest() {
		Arrival arrival = deadlines(null, "10m").arrive(request(TRUSTED, Map.of(HEADER, "500")));
		assertThat(arrival.deadline().remaining()).isEqualTo(Duration.ofMillis(480));
		assertThat(arrival.refused()).isFalse();
	}

	@Test
	void nobodyElseGivesADeadline() {
		InboundDeadlines deadlines = deadlines(null, "10m");
		assertThat(deadlines.arrive(request("203.0.113.9", Map.of(HEADER, "0")))).isSameAs(Arrival.PLAIN);
		assertThat(deadlines.arrive(request((String) null, Map.of(HEADER, "0")))).isSameAs(Arrival.PLAIN);
		assertThat(deadlines.arrive(withoutStart(Map.of(HEADER, "0")))).isSameAs(Arrival.PLAIN);
		assertThat(deadlines.late() + deadlines.inTime()).isZero();
	}

	@Test
	void everybodyTellsTheNumberOfAnAttempt() {
		Arrival arrival = deadlines(null, "10m").arrive(request("203.0.113.9", Map.of("X-Request-Attempt", "2")));
		assertThat(arrival).isEqualTo(new Arrival(null, 2, false));
	}

	@Test
	void theShortestOfCallerServerAndBoundCounts() {
		assertThat(left(deadlines("300ms", "10m"), "500")).isEqualTo(Duration.ofMillis(280));
		assertThat(left(deadlines("300ms", "10m"), "200")).isEqualTo(Duration.ofMillis(180));
		assertThat(left(deadlines(null, "1s"), "999999999999999")).isEqualTo(Duration.ofMillis(980));
		assertThat(left(deadlines("300ms", "1s"), "soon")).isEqualTo(Duration.ofMillis(280));
	}

	@Test
	void theServerGivesOneToRequestsOfAnybody() {
		InboundDeadlines deadlines = deadlines("300ms", "10m");
		assertThat(deadlines.arrive(request("203.0.113.9", Map.of(HEADER, "1"))).deadline().remaining())
			.isEqualTo(Duration.ofMillis(280));
		assertThat(deadlines.arrive(withoutStart(Map.of())).deadline().remaining()).isEqualTo(Duration.ofMillis(300));
		assertThat(deadlines.inTime()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = "APPLICATION", mode = EnumSource.Mode.EXCLUDE)
	void onlyRequestsForTheApplicationHaveOne(RequestOrigin origin) {
		Arrival arrival = deadlines("300ms", "10m")
			.arrive(request(new RequestStart("GET", "/", peer(TRUSTED), origin, 0), Map.of(HEADER, "0")));
		assertThat(arrival).isSameAs(Arrival.PLAIN);
	}

	@Test
	void aRequestWhoseTimeIsUpIsRefusedAndCounted() {
		InboundDeadlines deadlines = deadlines(null, "10m");
		assertThat(deadlines.arrive(request(TRUSTED, Map.of(HEADER, "0"))).refused()).isTrue();
		assertThat(deadlines.arrive(request(TRUSTED, Map.of(HEADER, "20"))).refused()).isTrue();
		assertThat(deadlines.arrive(request(TRUSTED, Map.of(HEADER, "21"))).refused()).isFalse();
		assertThat(deadlines.late()).isEqualTo(2);
		assertThat(deadlines.inTime()).isOne();
		assertThat(this.rule.hits()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(names = "ENFORCE", mode = EnumSource.Mode.EXCLUDE)
	void belowEnforceItIsWorkedOnWithoutThatDeadline(Rung rung) {
		Rule mild = new Ladder(Mode.ENFORCE).rule("deadline.expired", rung);
		Map<String, String> late = Map.of(HEADER, "0", "X-Request-Attempt", "2");
		Arrival arrival = deadlines(null, "10m", mild).arrive(request(TRUSTED, late));
		assertThat(arrival).isEqualTo(new Arrival(null, 2, false));
		Arrival limited = deadlines("300ms", "10m", mild).arrive(request(TRUSTED, late));
		assertThat(limited.deadline().remaining()).isEqualTo(Duration.ofMillis(280));
		assertThat(mild.hits()).isEqualTo((rung == Rung.REPORT) ? 2 : 0);
	}

	@Test
	void metersAreThereFromTheStartAndAsDocumented() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		InboundDeadlines deadlines = deadlines(null, "10m");
		new DeadlineMeters(deadlines).bindTo(registry);
		assertThat(registry.getMeters()).hasSize(2).allSatisfy((meter) -> {
			assertThat(meter.getId().getName()).isEqualTo(DeadlineMeterDocumentation.REQUESTS.getName());
			assertThat(meter.getId().getTags()).extracting("key")
				.containsExactly(DeadlineMeterDocumentation.Key.OUTCOME.asString());
		});
		deadlines.arrive(request(TRUSTED, Map.of(HEADER, "0")));
		deadlines.arrive(request(TRUSTED, Map.of(HEADER, "500")));
		deadlines.arrive(request(TRUSTED, Map.of(HEADER, "500")));
		assertThat(count(registry, "received")).isEqualTo(2);
		assertThat(count(registry, "expired")).isEqualTo(1);
	}

	@Test
	void aDeadlineAnywhereAmongTheCausesIsAnswered504() {
		DeadlineProblemMapper mapper = new DeadlineProblemMapper(true);
		IOException exceeded = new DeadlineExceededException("no time for it");
		Problem problem = mapper.map(new IllegalStateException(new UncheckedIOException(exceeded)));
		assertThat(problem.status()).isEqualTo(504);
		assertThat(problem.code()).isEqualTo("deadline-exceeded");
		assertThat(mapper.map(new IllegalStateException(new IOException("late")))).isNull();
		assertThat(new DeadlineProblemMapper(false).map(exceeded)).isNull();
		IllegalStateException circle = new IllegalStateException();
		circle.initCause(new IllegalStateException(circle));
		assertThat(mapper.map(circle)).isNull();
	}

	@Test
	void workThatHasToBeDoneGoesOnWithoutADeadline() {
		try (Deadline.Scope scope = Deadline.after(Duration.ZERO).open()) {
			Deadline passed = Deadline.current();
			try (Deadline.Scope inner = Deadline.suspend()) {
				assertThat(Deadline.current()).isNull();
			}
			assertThat(Deadline.current()).isSameAs(passed).isNotNull();
		}
		assertThat(Deadline.current()).isNull();
	}

	private static Duration left(InboundDeadlines deadlines, String value) {
		return deadlines.arrive(request(TRUSTED, Map.of(HEADER, value))).deadline().remaining();
	}

	private static double count(SimpleMeterRegistry registry, String outcome) {
		return registry.get("mainstay.deadline.requests").tag("outcome", outcome).functionCounter().count();
	}

	private InboundDeadlines deadlines(String ofServer, String max) {
		return deadlines(ofServer, max, this.rule);
	}

	private InboundDeadlines deadlines(String ofServer, String max, Rule expired) {
		return new InboundDeadlines(TrustedProxies.of(List.of("10.0.0.0/8")),
				new DeadlineSettings(HEADER, (ofServer != null) ? time(ofServer) : null, time(max)), expired,
				() -> this.now);
	}

	private static Duration time(String text) {
		return DurationStyle.detectAndParse(text);
	}

	private static Peer peer(String address) {
		return new Peer(address, null, List.of(TRUSTED), true);
	}

	private static InboundRequest request(String address, Map<String, String> headers) {
		return request(new RequestStart("GET", "/", peer(address), RequestOrigin.APPLICATION, 0), headers);
	}

	private static InboundRequest withoutStart(Map<String, String> headers) {
		return request((RequestStart) null, headers);
	}

	private static InboundRequest request(RequestStart start, Map<String, String> headers) {
		return new InboundRequest() {

			@Override
			public String onlyValue(String name) {
				return headers.get(name);
			}

			@Override
			public RequestStart start() {
				return start;
			}

		};
	}

}
