package dev.mainstay.tests.external;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Visits the service, one visit after the other, until it is closed.
 */
final class Visitors implements AutoCloseable {

	private final ObservedOrders orders;

	private final Duration pause;

	private final Thread thread = new Thread(this::visit, "visitors");

	private volatile boolean closed;

	private Visitors(ObservedOrders orders, Duration pause) {
		this.orders = orders;
		this.pause = pause;
	}

	static Visitors send(ObservedOrders orders, Duration pause) {
		orders.placeOrder();
		Visitors visitors = new Visitors(orders, pause);
		visitors.thread.setDaemon(true);
		visitors.thread.start();
		return visitors;
	}

	private void visit() {
		for (int number = 0; !this.closed; number++) {
			try {
				this.orders.visit(number);
			}
			catch (IllegalStateException ex) {
				// Whoever gets no answer goes away, and the next one comes.
			}
			LockSupport.parkNanos(this.pause.toNanos());
		}
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join(20_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
