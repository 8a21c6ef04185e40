package dev.mainstay.resilience.idempotency;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a request with a key is the application's to handle. When that cannot be
 * found out it is: then the request runs as it would without us. Thread-safe.
 *
 * @param <R> the type of the request
 * @since 0.1.0
 */
public final class LeftAlone<R> implements Predicate<R> {

	private static final Logger logger = LoggerFactory.getLogger(LeftAlone.class);

	private final Predicate<? super R> test;

	private final AtomicBoolean said = new AtomicBoolean();

	/**
	 * Create it.
	 * @param test the test that may fail
	 */
	public LeftAlone(Predicate<? super R> test) {
		this.test = test;
	}

	@Override
	public boolean test(R request) {
		try {
			return this.test.test(request);
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.said.compareAndSet(false, true)) {
				logger.warn("It cannot be found out whether the application handles an idempotency key itself. Such "
						+ "requests run without protection. This is said once.", ex);
			}
			return true;
		}
	}

}
