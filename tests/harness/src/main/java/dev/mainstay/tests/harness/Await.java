package dev.mainstay.tests.harness;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what comes soon, such as a line in the log after the answer to the request
 * that it is about.
 */
public final class Await {

	private static final long SECONDS = 20;

	private Await() {
	}

	/**
	 * Wait until an assertion holds.
	 * @param assertion the assertion, which may fail a while
	 */
	public static void until(Runnable assertion) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!holds(assertion, System.nanoTime() - deadline > 0)) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private static boolean holds(Runnable assertion, boolean last) {
		try {
			assertion.run();
			return true;
		}
		catch (AssertionError ex) {
			if (last) {
				throw ex;
			}
			return false;
		}
	}

}
