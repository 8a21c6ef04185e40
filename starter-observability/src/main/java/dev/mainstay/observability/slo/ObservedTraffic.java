package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Sees how the routes do, so that an objective can be suggested. Bounded: of more than a
 * hundred routes the first are seen. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ObservedTraffic implements RequestCompletionListener {

	private static final int MAX_ROUTES = 100;

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

	private static final long[] MILLIS = { 5, 10, 25, 50, 75, 100, 200, 300, 500, 750, 1000, 2000, 5000, 10_000,
			30_000 };

	private static final long NANOS = 1_000_000;

	private final Map<String, Map<String, Seen>> routes = new ConcurrentHashMap<>();

	@Override
	public void onCompletion(CompletedRequest request) {
		String route = request.route();
		String method = request.method();
		if (route != null && method != null && METHODS.contains(method) && RequestResult.isCounted(request)) {
			Map<String, Seen> methods = this.routes.get(route);
			if (methods == null && this.routes.size() < MAX_ROUTES) {
				methods = this.routes.computeIfAbsent(route, (key) -> new ConcurrentHashMap<>());
			}
			if (methods != null) {
				Seen seen = methods.get(method);
				((seen != null) ? seen : methods.computeIfAbsent(method, (key) -> new Seen(route, key))).add(request);
			}
		}
	}

	@Nullable Seen busiest() {
		return this.routes.values()
			.stream()
			.flatMap((methods) -> methods.values().stream())
			.max(Comparator.comparingLong(Seen::total).thenComparing(Seen::name))
			.orElse(null);
	}

	/**
	 * A route with its method.
	 */
	static final class Seen {

		private final String route;

		private final String method;

		private final LongAdder bad = new LongAdder();

		private final List<LongAdder> inTime = Stream.generate(LongAdder::new).limit(MILLIS.length + 1L).toList();

		Seen(String route, String method) {
			this.route = route;
			this.method = method;
		}

		private void add(CompletedRequest request) {
			if (RequestResult.isFailed(request)) {
				this.bad.increment();
			}
			long nanos = request.duration().toNanos();
			int i = 0;
			while (i < MILLIS.length && nanos > MILLIS[i] * NANOS) {
				i++;
			}
			this.inTime.get(i).increment();
		}

		String name() {
			return this.method + " " + this.route;
		}

		long total() {
			return this.inTime.stream().mapToLong(LongAdder::sum).sum();
		}

		long bad() {
			return this.bad.sum();
		}

		/** The least of some thresholds that so many requests kept. */
		Duration threshold(double share) {
			long needed = (long) Math.ceil(total() * share);
			long kept = 0;
			for (int i = 0; i < MILLIS.length; i++) {
				kept += this.inTime.get(i).sum();
				if (kept >= needed) {
					return Duration.ofMillis(MILLIS[i]);
				}
			}
			return Duration.ofMinutes(1);
		}

	}

}
