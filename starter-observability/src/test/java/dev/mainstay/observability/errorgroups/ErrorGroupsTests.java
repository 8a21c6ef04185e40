package dev.mainstay.observability.errorgroups;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorGroupsTests {

	private static final FailureContext NOWHERE = new FailureContext(null, null, null);

	private final MutableClock clock = new MutableClock();

	private final FlightRecorder recorder = new FlightRecorder(1 << 20, 5);

	private final List<String> news = new ArrayList<>();

	@Test
	void oneFailureCountsOnceHoweverOftenItIsToldOf() {
		ErrorGroups groups = groups("1");
		Exception failure = failure("pay", "no");
		assertThat(groups.record(failure, NOWHERE)).isTrue();
		assertThat(groups.record(failure, request("r1"))).isFalse();
		assertThat(groups.record(new CompletionException(failure), request("r1"))).isFalse();
		assertThat(groups.record(new IllegalStateException("again", failure), NOWHERE)).isFalse();
		assertThat(only(groups).count()).isEqualTo(1);
	}

	@Test
	void anInstanceThatFailsTwoRequestsHasFailedTwice() {
		ErrorGroups groups = groups("1");
		Exception failure = failure("pay", "no");
		for (int i = 0; i < 3; i++) {
			groups.record(failure, request("r1"));
			groups.record(failure, request("r2"));
		}
		assertThat(only(groups).count()).isEqualTo(2);
		assertThat(groups.overview().failures()).isEqualTo(2);
	}

	@Test
	void aGroupSaysWhenWhereAndSinceWhichVersion() {
		ErrorGroups groups = groups("1.2");
		groups.record(failure("pay", "order 1"), new FailureContext("r1", "t1", "POST /orders"));
		this.clock.pass(Duration.ofHours(1));
		groups.record(failure("pay", "order 2"), new FailureContext("r2", "t2", "GET /orders/{id}"));
		ErrorGroup group = only(groups);
		assertThat(group.firstSeen().plus(Duration.ofHours(1))).isEqualTo(group.lastSeen());
		assertThat(group.firstVersion()).isEqualTo("1.2");
		assertThat(group.versions()).containsEntry("1.2", 2L);
		assertThat(group.routes()).containsExactly("POST /orders", "GET /orders/{id}");
		assertThat(group.lastRequestId()).isEqualTo("r2");
		assertThat(group.lastTraceId()).isEqualTo("t2");
		assertThat(group.message()).isEqualTo("order #");
	}

	@Test
	void samplesAreMaskedAndSoAreEventsAndNames() {
		ErrorGroups groups = groups("1");
		this.recorder.record("r1",
				new RecordedEvent(this.clock.instant(), "INFO", "a.B", "login with password=hunter2", null));
		groups.record(new IllegalStateException("wrapped: password=hunter2", failure("pay", "password=hunter2")),
				request("r1"));
		ErrorGroup group = only(groups);
		assertThat(group.toString()).contains("password=[masked]").doesNotContain("hunter2");
		assertThat(groups.request("r1").orElseThrow().toString()).contains("login with password=[masked]")
			.doesNotContain("hunter2");
		assertThat(group.sample().stackTrace()).contains("shop.Shop.pay");
	}

	@Test
	void noSecretCanBeGuessedFromAFingerprint() {
		ErrorGroups groups = groups("1");
		groups.record(failure("pay", "password=hunter2"), NOWHERE);
		groups.record(failure("pay", "password=letmein"), NOWHERE);
		assertThat(only(groups).count()).isEqualTo(2);
	}

	@Test
	void aStormIsSampledOnceAMinute() {
		ErrorGroups groups = groups("1");
		for (int i = 0; i < 10; i++) {
			groups.record(failure("pay", "no"), request("r" + i));
		}
		assertThat(only(groups).sample().requestId()).isEqualTo("r0");
		this.clock.pass(Duration.ofMinutes(1));
		groups.record(failure("pay", "no"), request("late"));
		assertThat(only(groups).sample().requestId()).isEqualTo("late");
	}

	@Test
	void messagesThatAreAllDifferentBecomeOneGroup() {
		ErrorGroups groups = groups("1");
		for (char c = 'a'; c <= 'z'; c++) {
			groups.record(failure("pay", "no such user " + String.valueOf(c).repeat(5)), NOWHERE);
		}
		List<ErrorGroup> all = groups.overview().groups();
		assertThat(all).hasSize(GroupTable.MESSAGES_OF_PLACE + 1);
		assertThat(all.get(0).message()).isEqualTo(GroupTable.ANY_MESSAGE);
		assertThat(all.stream().mapToLong(ErrorGroup::count).sum()).isEqualTo(26);
	}

	@Test
	void aRequestKnowsItsEndAndTellsTheRouteToItsGroups() {
		ErrorGroups groups = groups("1");
		groups.record(failure("pay", "no"), request("r1"));
		this.recorder.record("r1", new RecordedEvent(this.clock.instant(), "WARN", "a.B", "given up", null));
		groups.ended("r1", "POST /orders", 500);
		FailedRequest request = groups.request("r1").orElseThrow();
		assertThat(request.route()).isEqualTo("POST /orders");
		assertThat(request.status()).isEqualTo(500);
		assertThat(request.events()).extracting(RecordedEvent::message).containsExactly("given up");
		assertThat(only(groups).routes()).containsExactly("POST /orders");
		assertThat(this.recorder.bytes()).isZero();
	}

	@Test
	void aMendedGroupThatComesAgainOnTheSameVersionIsStillMended() {
		ErrorGroups groups = groups("1.2");
		groups.record(failure("pay", "no"), NOWHERE);
		groups.resolve(only(groups).fingerprint(), new Resolution(this.clock.instant(), "me", "1.2", null));
		groups.record(failure("pay", "no"), NOWHERE);
		assertThat(only(groups).state()).isEqualTo(ErrorGroupState.RESOLVED);
	}

	@Test
	void aMendedGroupThatComesAgainOnTheMendedVersionHasRegressed() {
		ErrorGroups groups = groups("1.3");
		groups.record(failure("pay", "no"), NOWHERE);
		String fingerprint = only(groups).fingerprint();
		groups.resolve(fingerprint, new Resolution(this.clock.instant(), "me", "1.2", "1.3"));
		groups.record(failure("pay", "no"), NOWHERE);
		groups.record(failure("pay", "no"), NOWHERE);
		assertThat(only(groups).state()).isEqualTo(ErrorGroupState.REGRESSED);
		assertThat(this.news).containsExactly("new " + fingerprint, "regressed " + fingerprint);
		groups.resolve(fingerprint, null);
		assertThat(only(groups).state()).isEqualTo(ErrorGroupState.OPEN);
		assertThat(groups.resolve("unknown", null)).isEmpty();
	}

	@Test
	void anExceptionThatCannotBeReadBreaksNothing() {
		ErrorGroups groups = groups("1");
		groups.record(new RuntimeException() {

			@Override
			public String getMessage() {
				throw new IllegalStateException("no message");
			}

		}, request("r1"));
		assertThat(groups.overview().failures()).isEqualTo(1);
	}

	private ErrorGroups groups(String version) {
		ErrorGroupListener listener = new ErrorGroupListener() {

			@Override
			public void onNewGroup(ErrorGroup group) {
				ErrorGroupsTests.this.news.add("new " + group.fingerprint());
				throw new IllegalStateException("a listener that fails");
			}

			@Override
			public void onRegression(ErrorGroup group) {
				ErrorGroupsTests.this.news.add("regressed " + group.fingerprint());
			}

		};
		return new ErrorGroups(new ErrorGroupLimits(1000, 1000, 1 << 20), this.recorder,
				new FailureSamples(MaskingEngine.create(List.of()), version), new GroupNews(() -> List.of(listener)),
				this.clock);
	}

	private static ErrorGroup only(ErrorGroups groups) {
		List<ErrorGroup> all = groups.overview().groups();
		assertThat(all).hasSize(1);
		return groups.group(all.get(0).fingerprint()).orElseThrow();
	}

	private static FailureContext request(String requestId) {
		return new FailureContext(requestId, null, null);
	}

	private static Exception failure(String method, String message) {
		Exception failure = new IllegalStateException(message);
		failure.setStackTrace(new StackTraceElement[] { new StackTraceElement("shop.Shop", method, "Shop.java", 7) });
		return failure;
	}

}
