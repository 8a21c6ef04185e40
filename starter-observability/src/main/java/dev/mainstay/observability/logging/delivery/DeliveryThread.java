package dev.mainstay.observability.logging.delivery;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that keep nothing alive: neither the process nor a class loader of the
 * application.
 */
final class DeliveryThread {

	private DeliveryThread() {
	}

	static ThreadFactory factory(String name) {
		return (task) -> {
			Thread thread = new Thread(null, task, "mainstay-" + name, 0, false);
			thread.setDaemon(true);
			thread.setContextClassLoader(DeliveryThread.class.getClassLoader());
			return thread;
		};
	}

}
