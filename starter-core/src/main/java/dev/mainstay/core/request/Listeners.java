package dev.mainstay.core.request;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners that are created when they are first needed, and that never fail the request
 * that they are told of. If they cannot be created, a request does without them, the
 * first one says so in the log, and only one a minute tries again. Thread-safe.
 *
 * @param <T> the type of the listeners
 */
final class Listeners<T> {

	private static final Logger logger = LoggerFactory.getLogger(Listeners.class);

	private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

	private final String moment;

	private final Supplier<List<T>> supplier;

	private final LongSupplier nanoTime;

	private volatile @Nullable List<T> created;

	private volatile @Nullable Long failedAt;

	Listeners(String moment, Supplier<List<T>> supplier) {
		this(moment, supplier, System::nanoTime);
	}

	Listeners(String moment, Supplier<List<T>> supplier, LongSupplier nanoTime) {
		this.moment = moment;
		this.supplier = supplier;
		this.nanoTime = nanoTime;
	}

	boolean isEmpty() {
		return get().isEmpty();
	}

	/** By their places, because an iterator would be made for each request. */
	void forEach(Consumer<T> call) {
		List<T> listeners = get();
		for (int i = 0; i < listeners.size(); i++) {
			T listener = listeners.get(i);
			try {
				call.accept(listener);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A listener failed {}: {}", this.moment, listener.getClass().getName(), ex);
			}
		}
	}

	private List<T> get() {
		List<T> known = this.created;
		return (known != null) ? known : create();
	}

	/** Without a lock, as beans may be created here: the same ones on each thread. */
	private List<T> create() {
		Long before = this.failedAt;
		if (before != null && this.nanoTime.getAsLong() - before < PAUSE) {
			return List.of();
		}
		try {
			List<T> list = List.copyOf(this.supplier.get());
			this.created = list;
			return list;
		}
		catch (RuntimeException | LinkageError ex) {
			this.failedAt = this.nanoTime.getAsLong();
			if (before == null) {
				logger.warn("Those who are to be told {} cannot be created, so that nobody is told. This is tried "
						+ "again once a minute.", this.moment, ex);
			}
			return List.of();
		}
	}

}
