package dev.mainstay.observability.errorgroups;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred thousand distinct errors.
 */
class ErrorGroupsBoundTests {

	private static final int ERRORS = 100_000;

	private static final long MAX_BYTES = 4 << 20;

	private static final long MAX_HEAP = 24 << 20;

	private final FlightRecorder recorder = new FlightRecorder(MAX_BYTES, 30);

	@Test
	void aThousandGroupsAreKeptAndMemoryIsBounded() {
		ErrorGroups groups = groups();
		for (int i = 0; i < 2000; i++) {
			fail(groups, distinct(i), i);
		}
		long before = heap();
		for (int i = 2000; i < ERRORS; i++) {
			fail(groups, distinct(i), i);
		}
		assertThat(heap() - before).isLessThan(MAX_HEAP);
		ErrorGroups.Overview overview = groups.overview();
		assertThat(overview.groups()).hasSize(1000);
		assertThat(overview.left()).isEqualTo(ERRORS - 1000);
		assertThat(overview.failures()).isEqualTo(ERRORS);
		assertThat(overview.groups().get(0).lastRequestId()).isEqualTo("r" + (ERRORS - 1));
		assertThat(groups.request("r0")).isEmpty();
		assertThat(groups.request("r" + (ERRORS - 1))).isPresent();
		assertThat(this.recorder.bytes()).isLessThanOrEqualTo(MAX_BYTES);
	}

	@Test
	void whatIsSeenAgainStays() {
		ErrorGroups groups = groups();
		for (int i = 0; i < 5000; i++) {
			groups.record(distinct(i), new FailureContext("r" + i, null, null));
			groups.record(distinct(0), new FailureContext("again" + i, null, null));
		}
		assertThat(groups.overview().groups()).extracting(ErrorGroup::count).contains(5001L);
	}

	private static long heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private void fail(ErrorGroups groups, Exception failure, int i) {
		String id = "r" + i;
		this.recorder.record(id,
				new RecordedEvent(Clock.systemUTC().instant(), "INFO", "a.B", "begun ".repeat(20), null));
		groups.record(failure, new FailureContext(id, "t" + i, "GET /orders"));
	}

	private ErrorGroups groups() {
		return new ErrorGroups(new ErrorGroupLimits(1000, 1000, MAX_BYTES), this.recorder,
				new FailureSamples((text) -> text, "1"), new GroupNews(List::of), Clock.systemUTC());
	}

	/** In letters, as a number would say nothing. */
	private static Exception distinct(int i) {
		Exception failure = new IllegalStateException("failed " + "x".repeat(100));
		failure.setStackTrace(
				new StackTraceElement[] { new StackTraceElement("shop.Shop", "pay" + letters(i), "Shop.java", 7),
						new StackTraceElement("shop.Shop", "run", "Shop.java", 9) });
		return failure;
	}

	private static String letters(int i) {
		return String.valueOf(i)
			.chars()
			.map((c) -> c - '0' + 'a')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
