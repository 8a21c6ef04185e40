package dev.mainstay.samples.provider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * Decides what happens to the next call. Of each hundred calls exactly the given share
 * fails, in an order that is the same each time.
 */
final class FaultPlan {

	private static final long SEED = 20261121;

	private Fault fault = Fault.NONE;

	private int affected;

	private final List<Integer> order;

	private int drawn;

	private CountDownLatch hanging = new CountDownLatch(1);

	FaultPlan() {
		this.order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
		Collections.shuffle(this.order, new Random(SEED));
	}

	/**
	 * Changes what happens from now on. Calls that hang already keep hanging, as they do
	 * with a peer that has lost them.
	 */
	synchronized void set(Fault fault) {
		this.fault = fault;
		this.affected = 0;
		this.drawn = 0;
	}

	synchronized void reset() {
		set(Fault.NONE);
		this.hanging.countDown();
		this.hanging = new CountDownLatch(1);
	}

	synchronized Fault next() {
		return (this.affected++ < this.fault.times()) ? this.fault : Fault.NONE;
	}

	synchronized boolean fails(Fault fault) {
		return this.order.get(this.drawn++ % 100) < fault.errors();
	}

	void hang() throws InterruptedException {
		CountDownLatch latch;
		synchronized (this) {
			latch = this.hanging;
		}
		latch.await();
	}

}
