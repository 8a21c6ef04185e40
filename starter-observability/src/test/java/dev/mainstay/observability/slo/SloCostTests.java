package dev.mainstay.observability.slo;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.SampleRequest;
import dev.mainstay.observability.slo.burn.Budgets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SloCostTests {

	private static final int REQUESTS = 200_000;

	private static final int STATE = 64 * 1024;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Test
	void allocatesNothingForARequest() {
		SloEvents events = new SloEvents(new Objectives(List.of(objective("a"), objective("b", "GET /orders/{id}"),
				objective("c", "POST /orders", "/orders/**"))), TraceIds::sampled, true);
		SampleRequest good = new SampleRequest();
		SampleRequest bad = new SampleRequest().status(500);
		count(events, good, bad);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		long start = THREADS.getCurrentThreadCpuTime();
		count(events, good, bad);
		long nanos = (THREADS.getCurrentThreadCpuTime() - start) / (2 * REQUESTS);
		long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
		System.getLogger("times").log(System.Logger.Level.INFO, "ns of CPU per request and three objectives: " + nanos);
		// What the measurement itself and a compiler that deoptimizes leave behind.
		assertThat(bytes).isLessThan(REQUESTS / 10);
		assertThat(events.counts().get(2).bad()).isEqualTo(2 * REQUESTS);
	}

	@Test
	void seesTrafficForASuggestionWithoutGarbage() {
		ObservedTraffic traffic = new ObservedTraffic();
		SampleRequest request = new SampleRequest();
		see(traffic, request);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		see(traffic, request);
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(REQUESTS / 10);
	}

	private static void see(ObservedTraffic traffic, SampleRequest request) {
		for (int i = 0; i < REQUESTS; i++) {
			traffic.onCompletion(request);
		}
	}

	private static void count(SloEvents events, SampleRequest good, SampleRequest bad) {
		for (int i = 0; i < REQUESTS; i++) {
			events.onCompletion(good);
			events.onCompletion(bad);
		}
	}

	@Test
	void keepsAWindowInSixtyFourKilobytes() {
		List<Objective> objectives = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			objectives.add(objective("o" + i));
		}
		SloEvents events = new SloEvents(new Objectives(objectives), TraceIds::sampled, true);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		Budgets budgets = new Budgets(events.counts(), List::of, Clock.systemUTC());
		long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
		assertThat(bytes / 100).isLessThan(STATE);
		assertThat(budgets.states()).hasSize(100);
		budgets.close();
	}

	private static Objective objective(String name, String... routes) {
		return new Objective(name, ObjectiveKind.LATENCY, 0.99, Duration.ofDays(90), Duration.ofMillis(300),
				List.of(routes), null, null, false);
	}

}
