package dev.mainstay.resilience.call;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.fallback.Fallback;
import dev.mainstay.resilience.fallback.Fallbacks;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.KnownFailures;
import dev.mainstay.resilience.policy.Policies;
import dev.mainstay.resilience.policy.RejectionReason;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResilienceTests {

	private static final BreakerSettings BREAKER = new BreakerSettings(50, 80, Duration.ofSeconds(8),
			Duration.ofSeconds(30), 20, Duration.ofSeconds(5), Duration.ofSeconds(60), 3);

	private final AtomicLong now = new AtomicLong();

	private final List<Duration> slept = new ArrayList<>();

	private final RetryPolicy retry = new RetryPolicy(
			new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), false),
			new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), () -> 0.5), Clock.systemUTC(),
			new RetryListener() {
			});

	private final Destinations destinations = Policies.destinations(Policies.policy(this.retry), this.now::get);

	private final Resilience resilience = resilience(this.destinations);

	private int attempts;

	private Resilience resilience(Destinations destinations) {
		KnownFailures failures = new KnownFailures(this.retry::kindOf);
		return new Resilience(destinations, failures, new Fallbacks(failures, List::of), (delay) -> {
			this.slept.add(delay);
			this.now.addAndGet(delay.toNanos());
		});
	}

	static Stream<RuntimeException> transientFailures() {
		return Stream.of(new UncheckedIOException(new IOException("reset")),
				new IllegalStateException(new SocketTimeoutException("Read timed out")),
				new ResourceAccessException("I/O error", new ConnectException("refused")),
				new IllegalStateException(new SQLTransientException("again")), HttpServerErrorException
					.create(HttpStatus.SERVICE_UNAVAILABLE, "", new HttpHeaders(), new byte[0], null));
	}

	static Stream<RuntimeException> finalFailures() {
		return Stream.of(new IllegalArgumentException("defect"),
				new UncheckedIOException(new FileNotFoundException("file")),
				HttpServerErrorException.create(HttpStatus.INTERNAL_SERVER_ERROR, "", new HttpHeaders(), new byte[0],
						null),
				HttpClientErrorException.create(HttpStatus.NOT_FOUND, "", new HttpHeaders(), new byte[0], null),
				new IllegalStateException(new InterruptedException()));
	}

	@ParameterizedTest
	@MethodSource("transientFailures")
	void workIsDoneAgainAfterWhatMayBeOverSoon(RuntimeException failure) {
		assertThat(this.resilience.call("ledger", () -> failing(1, failure))).isEqualTo("done");
		assertThat(this.attempts).isEqualTo(2);
		assertThat(this.slept).containsExactly(Duration.ofMillis(50));
	}

	@Test
	void workThatFailsEachTimeIsDoneThreeTimes() {
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThat(this.resilience.call("ledger", () -> failing(2, reset))).isEqualTo("done");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.resilience.call("other", () -> failing(1000, reset)))
			.isSameAs(reset);
		assertThat(this.attempts).isEqualTo(3 + 3);
	}

	@ParameterizedTest
	@MethodSource("finalFailures")
	void workIsDoneOnceWhereThatWouldNotHelp(RuntimeException failure) {
		assertThatExceptionOfType(failure.getClass())
			.isThrownBy(() -> this.resilience.call("ledger", () -> failing(1, failure)))
			.isSameAs(failure);
		assertThat(this.attempts).isEqualTo(1);
	}

	@Test
	void unsafeWorkIsDoneAgainOnlyIfNothingWasDone() {
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.resilience.call("ledger", Repetition.UNSAFE, () -> failing(1, reset)));
		assertThat(this.attempts).isEqualTo(1);
		UncheckedIOException refused = new UncheckedIOException(new ConnectException("refused"));
		this.attempts = 0;
		assertThat(this.resilience.call("ledger", Repetition.UNSAFE, () -> failing(1, refused))).isEqualTo("done");
		this.attempts = 0;
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.resilience.call("ledger", Repetition.NEVER, () -> failing(1, refused)));
	}

	@Test
	void retriesStayWithinTheBudget() {
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		for (int call = 0; call < 100; call++) {
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> this.resilience.call("ledger", () -> failing(1000, reset)));
		}
		assertThat(this.attempts).isLessThanOrEqualTo(110);
	}

	@Test
	void onlyTheOutermostCallIsMadeAgain() {
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(
				() -> this.resilience.call("outer", () -> this.resilience.call("inner", () -> failing(1000, reset))));
		assertThat(this.attempts).isEqualTo(3);
		this.attempts = 0;
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.resilience.call("unsafe",
				Repetition.UNSAFE, () -> this.resilience.call("inner", () -> failing(1000, reset))));
		assertThat(this.attempts).isEqualTo(3);
	}

	@Test
	void anOpenBreakerRejectsAtOnceAndNothingIsDoneAgain() {
		Resilience broken = resilience(Policies.destinations(policy(BREAKER, CallLimits.NONE, null), this.now::get));
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		for (int call = 0; call < 20; call++) {
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> broken.call("ledger", () -> failing(1000, reset)));
		}
		int before = this.attempts;
		this.slept.clear();
		assertThatExceptionOfType(CallRejectedException.class)
			.isThrownBy(() -> broken.call("ledger", () -> failing(0, reset)))
			.satisfies((rejection) -> assertThat(rejection.reason()).isEqualTo(RejectionReason.CIRCUIT_OPEN));
		assertThat(this.attempts).isEqualTo(before);
		assertThat(this.slept).isEmpty();
	}

	@Test
	void theDeadlineIsOnTheThreadAndNoAttemptBeginsAfterIt() {
		CallTimes times = new CallTimes(Duration.ofSeconds(60), null, Duration.ofMillis(120));
		Resilience timed = resilience(Policies.destinations(policy(null, CallLimits.NONE, times), this.now::get));
		assertThat(timed.<@Nullable Deadline>call("ledger", Deadline::current)).isNotNull();
		assertThat(Deadline.current()).isNull();
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> timed.call("ledger", () -> failing(1000, reset)));
		assertThat(this.attempts).isEqualTo(2);
	}

	@Test
	void aFallbackIsForWhatItNames() throws IOException {
		Fallback<String> fallback = Fallback.<String>of((failure) -> "dependency")
			.or(Fallback.on(IllegalArgumentException.class, (failure) -> failure.getMessage()));
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThat(this.resilience.call("ledger", () -> failing(2, reset), fallback)).isEqualTo("done");
		assertThat(this.resilience.call("other", () -> failing(1000, reset), fallback)).isEqualTo("dependency");
		assertThat(this.resilience.call("ledger", () -> failing(1000, new IllegalArgumentException("told")), fallback))
			.isEqualTo("told");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.resilience.run("ledger", Repetition.SAFE, () -> {
				throw new FileNotFoundException("file");
			}, Fallback.of((failure) -> "dependency")));
	}

	@Test
	void whatIsSwitchedOffIsDoneOnce() {
		UncheckedIOException reset = new UncheckedIOException(new IOException("reset"));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> Resilience.plain().call("ledger", () -> failing(1, reset)));
		assertThat(this.attempts).isEqualTo(1);
	}

	/** Counted by the JVM, so exact; what the compiler removes later is counted still. */
	@Test
	void aCallWithAllStrategiesTakesAtMost600Bytes() {
		CallTimes times = new CallTimes(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(3));
		CallLimits limits = new CallLimits(10, 1_000_000, Duration.ofSeconds(1));
		Resilience full = resilience(Policies.destinations(policy(BREAKER, limits, times), System::nanoTime));
		for (int call = 0; call < 20_000; call++) {
			full.call("ledger", () -> "done");
		}
		com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory
			.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int call = 0; call < 10_000; call++) {
			full.call("ledger", () -> "done");
		}
		long each = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
		System.getLogger("bytes").log(System.Logger.Level.INFO, "B per call: " + each);
		assertThat(each).isLessThanOrEqualTo(600);
	}

	private ClientPolicy policy(@Nullable BreakerSettings breaker, CallLimits limits, @Nullable CallTimes times) {
		return new ClientPolicy("default", (times != null) ? times : Policies.TIMES, this.retry, Policies.BUDGET,
				breaker, limits);
	}

	private String failing(int times, RuntimeException failure) {
		if (this.attempts++ < times) {
			throw failure;
		}
		return "done";
	}

	@Test
	void stateIsKeptByName() {
		this.resilience.call("ledger", () -> "done");
		assertThat(this.destinations.of("ledger", Authority.NONE).counts().calls()).isEqualTo(1);
		assertThat(this.destinations.of("ledger", Authority.NONE).latencies().count()).isEqualTo(1);
	}

}
