package dev.mainstay.security.secrets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The parts of Mainstay that keep a secret, as far as they were created. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecretConsumers {

	private static final Log logger = LogFactory.getLog(SecretConsumers.class);

	private final List<SecretConsumer> all = new CopyOnWriteArrayList<>();

	/**
	 * Tell somebody of changes from now on.
	 * @param consumer whom to tell
	 */
	public void add(SecretConsumer consumer) {
		this.all.add(consumer);
	}

	void changed(TreeChange change) {
		forEach((consumer) -> consumer.changed(change));
	}

	void retry() {
		forEach(SecretConsumer::retry);
	}

	/** What one of them makes of it is no matter of the others. */
	private void forEach(Consumer<SecretConsumer> call) {
		for (SecretConsumer consumer : this.all) {
			try {
				call.accept(consumer);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A part of Mainstay failed to take a new secret", ex);
			}
		}
	}

}
