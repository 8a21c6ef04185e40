package dev.mainstay.tests.torture.idempotency;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Harms the instances, each on a thread of its own, in turns by a kill and by something
 * else: frozen for longer than a lease, frozen and then killed, or stopped as for an
 * update. What was ended is started again. Thread-safe.
 */
final class Harm {

	private final long end;

	private final Duration lease;

	/** How many kills are owed. */
	private final AtomicInteger owed;

	private final AtomicInteger kills = new AtomicInteger();

	private final AtomicInteger freezes = new AtomicInteger();

	private final AtomicInteger stops = new AtomicInteger();

	Harm(Duration length, int kills, Duration lease) {
		this.end = System.nanoTime() + length.toNanos();
		this.owed = new AtomicInteger(kills);
		this.lease = lease;
	}

	/** Harm one instance until the time is over and enough were killed. */
	void to(Instance instance) throws InterruptedException {
		Random random = new Random();
		while (!isOver()) {
			pause(random, 2000, 6000);
			if (this.owed.getAndDecrement() > 0) {
				kill(instance);
				instance.start();
			}
			pause(random, 2000, 6000);
			if (!isOver()) {
				harm(instance, random);
			}
		}
	}

	private boolean isOver() {
		return this.owed.get() <= 0 && System.nanoTime() - this.end > 0;
	}

	/** Kill it for good. */
	void kill(Instance instance) {
		instance.kill();
		this.kills.incrementAndGet();
	}

	private void harm(Instance instance, Random random) throws InterruptedException {
		if (random.nextInt(5) == 0) {
			instance.stop();
			this.stops.incrementAndGet();
			instance.start();
			return;
		}
		instance.freeze();
		this.freezes.incrementAndGet();
		pause(random, (int) this.lease.toMillis() + 200, (int) this.lease.toMillis() + 2000);
		if (random.nextInt(5) == 0) {
			this.owed.decrementAndGet();
			kill(instance);
			instance.start();
		}
		else {
			instance.thaw();
		}
	}

	private static void pause(Random random, int from, int to) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(from + random.nextInt(to - from));
	}

	@Override
	public String toString() {
		return "%d kills, %d freezes, %d stops".formatted(this.kills.get(), this.freezes.get(), this.stops.get());
	}

}
