package dev.mainstay.samples.badday;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A provider that takes connections and never answers, and comes back a little later.
 */
final class HangingProvider implements Scene {

	private static final Duration BOUND = Duration.ofSeconds(6);

	/** As many as a connection pool holds that nobody has configured. */
	private static final int READS = 10;

	private static final int ORDERS = 3;

	@Override
	public String title() {
		return "the provider hangs, and recovers";
	}

	@Override
	public void play(Day day) {
		Call read = day.paidOrder().within(BOUND);
		day.provider().misbehave("hang=true");
		long end = System.nanoTime() + BOUND.toNanos();
		CompletableFuture<List<Answer>> reads = day.client().begin(Collections.nCopies(READS, read));
		awaitCalls(day.provider());
		// Before the clients of the reads give up: WebFlux lets go of their connections
		// then.
		Duration meanwhile = Duration.ofNanos(end - System.nanoTime()).minusMillis(500);
		CompletableFuture<List<Answer>> orders = day.client()
			.begin(Collections.nCopies(ORDERS, day.order("Ada").within(meanwhile)));
		day.score().put(Row.HANGING, unanswered(reads.join()));
		day.score().put(Row.ORDERS_MEANWHILE, unanswered(orders.join()));
		day.provider().recover();
		day.score().put(Row.STUCK, Jdk.threadsInside(day.service().process(), "dev.mainstay.samples.orders"));
		List<Answer> after = day.client().sendAtOnce(Collections.nCopies(3, read.within(Duration.ofSeconds(2))));
		day.score().put(Row.LOST_AFTER, Count.of(after.stream().filter((answer) -> !answer.succeeded()).count(), 3));
	}

	/**
	 * Waits until the provider has all the calls: from then on they hold what they hold.
	 */
	private static void awaitCalls(Provider provider) {
		long end = System.nanoTime() + BOUND.toNanos();
		while (provider.reads() < READS) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Of " + READS + " calls only " + provider.reads()
						+ " came to the provider within " + BOUND.toSeconds() + " s");
			}
			Pause.millis(20);
		}
	}

	private static Count unanswered(List<Answer> answers) {
		return Count.of(answers.stream().filter((answer) -> !answer.arrived()).count(), answers.size());
	}

}
