package dev.mainstay.core.management;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners, whatever becomes of it. Thread-safe.
 */
final class AccessListeners {

	private static final Logger logger = LoggerFactory.getLogger(AccessListeners.class);

	private final Supplier<List<ManagementAccessListener>> listeners;

	private final Set<String> failed = ConcurrentHashMap.newKeySet();

	AccessListeners(Supplier<List<ManagementAccessListener>> listeners) {
		this.listeners = listeners;
	}

	void tell(AccessOutcome outcome, ManagementCall call) {
		List<ManagementAccessListener> all = all();
		for (int i = 0; i < all.size(); i++) {
			ManagementAccessListener listener = all.get(i);
			try {
				listener.decided(outcome, call);
			}
			catch (RuntimeException | LinkageError ex) {
				sayOnce(listener.getClass().getName(), ex);
			}
		}
	}

	private List<ManagementAccessListener> all() {
		try {
			return this.listeners.get();
		}
		catch (RuntimeException | LinkageError ex) {
			sayOnce(ManagementAccessListener.class.getName(), ex);
			return List.of();
		}
	}

	private void sayOnce(String who, Throwable failure) {
		if (this.failed.add(who)) {
			logger.warn("A listener was not told of access to the management endpoints, as {} failed. Further failures "
					+ "of it are not logged.", who, failure);
		}
	}

}
