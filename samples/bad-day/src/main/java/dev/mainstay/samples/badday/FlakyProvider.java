package dev.mainstay.samples.badday;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A provider that asks to come back later, and one that fails now and then.
 */
final class FlakyProvider implements Scene {

	private static final int WAITS = 2;

	private static final int READS = 200;

	private static final int AT_ONCE = 4;

	@Override
	public String title() {
		return "the provider asks to wait, then fails 30 % of the calls";
	}

	@Override
	public void play(Day day) {
		Call read = day.paidOrder();
		int lost = 0;
		for (int i = 0; i < WAITS; i++) {
			day.provider().misbehave("errors=100&retry-after=1&times=1");
			lost += day.client().send(read).succeeded() ? 0 : 1;
		}
		day.score().put(Row.LOST_TO_WAIT, Count.of(lost, WAITS));
		day.provider().misbehave("errors=30");
		int before = day.provider().reads();
		long failed = IntStream.range(0, READS / AT_ONCE)
			.mapToObj((i) -> day.client().sendAtOnce(Collections.nCopies(AT_ONCE, read)))
			.flatMap(List::stream)
			.filter((answer) -> !answer.succeeded())
			.count();
		day.score().put(Row.LOST_AT_30, Count.of(failed, READS));
		day.score().put(Row.CALLS_AT_30, Count.of(day.provider().reads() - before, READS));
	}

}
