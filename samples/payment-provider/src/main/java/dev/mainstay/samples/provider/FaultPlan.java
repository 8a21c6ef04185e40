package dev.mainstay.samples.provider;

import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Decides what happens to the next call. Draws from a fixed seed, so that two services
 * that make the same calls meet the same failures.
 */
final class FaultPlan {

	private static final long SEED = 20261121;

	private Fault fault = Fault.NONE;

	private int affected;

	private Random random = new Random(SEED);

	private CountDownLatch hanging = new CountDownLatch(1);

	/**
	 * Changes what happens from now on. Calls that hang already keep hanging, as they do
	 * with a peer that has lost them.
	 */
	synchronized void set(Fault fault) {
		this.fault = fault;
		this.affected = 0;
		this.random = new Random(SEED);
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
		return this.random.nextInt(100) < fault.errors();
	}

	void hang() throws InterruptedException {
		CountDownLatch latch;
		synchronized (this) {
			latch = this.hanging;
		}
		latch.await();
	}

}
