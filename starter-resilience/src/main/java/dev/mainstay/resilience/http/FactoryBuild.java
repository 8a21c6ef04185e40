package dev.mainstay.resilience.http;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The building of one request factory. Our defaults for a client have to be said to its
 * builder before the application customizes it; they take effect only while we build, so
 * that whoever takes the builder out of ours, as tests do, gets it as it was. Bound to
 * the thread.
 */
final class FactoryBuild implements AutoCloseable {

	private static final ThreadLocal<FactoryBuild> current = new ThreadLocal<>();

	private final @Nullable FactoryBuild outer;

	private final boolean retried;

	private TransportRetries transportRetries = TransportRetries.NONE;

	private FactoryBuild(@Nullable FactoryBuild outer, boolean retried) {
		this.outer = outer;
		this.retried = retried;
	}

	static FactoryBuild begin(boolean retried) {
		FactoryBuild build = new FactoryBuild(current.get(), retried);
		current.set(build);
		return build;
	}

	/** What is done to a part of the client, while we build it only. */
	static <T> Consumer<T> customizer(BiConsumer<T, FactoryBuild> customizer) {
		return (part) -> {
			FactoryBuild build = current.get();
			if (build != null) {
				customizer.accept(part, build);
			}
		};
	}

	static boolean isGoingOn() {
		return current.get() != null;
	}

	/** Whether calls of the factory will be retried. */
	boolean isRetried() {
		return this.retried;
	}

	void transportRetries(TransportRetries retries) {
		this.transportRetries = retries;
	}

	TransportRetries transportRetries() {
		return this.transportRetries;
	}

	@Override
	public void close() {
		if (this.outer != null) {
			current.set(this.outer);
		}
		else {
			current.remove();
		}
	}

}
