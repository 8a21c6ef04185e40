package dev.mainstay.observability.errorgroups;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners of what begins. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class GroupNews {

	private static final Logger logger = LoggerFactory.getLogger(GroupNews.class);

	private final Supplier<List<ErrorGroupListener>> listeners;

	/**
	 * Create it.
	 * @param listeners asked for the listeners each time, so that they may be created
	 * after the first failure
	 */
	public GroupNews(Supplier<List<ErrorGroupListener>> listeners) {
		this.listeners = listeners;
	}

	void begun(ErrorGroup group) {
		tell((listener) -> listener.onNewGroup(group));
	}

	void regressed(ErrorGroup group) {
		tell((listener) -> listener.onRegression(group));
	}

	private void tell(Consumer<ErrorGroupListener> news) {
		try {
			this.listeners.get().forEach((listener) -> tell(listener, news));
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Nobody can be told of a new group of failures", ex);
		}
	}

	private static void tell(ErrorGroupListener listener, Consumer<ErrorGroupListener> news) {
		try {
			news.accept(listener);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A listener failed on a new group of failures: {}", listener.getClass().getName(), ex);
		}
	}

}
