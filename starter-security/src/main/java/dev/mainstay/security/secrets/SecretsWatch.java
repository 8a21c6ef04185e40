package dev.mainstay.security.secrets;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again whether files have changed, on one thread, which there is only if
 * there is anything to look at. Files are looked at rather than waited for: no event
 * comes from a network file system or an overlay, nor for the links that Kubernetes
 * exchanges above a file. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecretsWatch implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(SecretsWatch.class);

	/** An end of the application does not wait for a database that does not answer. */
	private static final long PATIENCE = 1000;

	private final List<? extends Watched> watched;

	private final long interval;

	private final Object monitor = new Object();

	/** What has failed once will do so every few seconds, and is said once. */
	private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();

	private @Nullable Thread thread;

	/**
	 * Create it.
	 * @param watched what to look at
	 * @param interval how long to wait between two looks
	 */
	public SecretsWatch(List<? extends Watched> watched, Duration interval) {
		this.watched = watched.stream().filter((it) -> it.size() > 0).toList();
		this.interval = interval.toMillis();
	}

	/**
	 * What is looked at, for the operator.
	 * @return the things with their number, {@code null} if there is nothing
	 */
	public @Nullable String describe() {
		return this.watched.isEmpty() ? null
				: this.watched.stream().map(Watched::describe).collect(Collectors.joining(", "));
	}

	@Override
	public void start() {
		synchronized (this.monitor) {
			if (this.thread == null && !this.watched.isEmpty()) {
				this.thread = new Thread(this::run, "mainstay-secrets");
				this.thread.setDaemon(true);
				this.thread.start();
			}
		}
	}

	private void run() {
		while (pause()) {
			this.watched.forEach(this::look);
		}
	}

	/** Until it is time to look, or there is nothing more to look for. */
	private boolean pause() {
		try {
			Thread.sleep(this.interval);
			return isRunning();
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	/** Nobody would notice if the thread ended, and no secret be exchanged any more. */
	private void look(Watched watched) {
		try {
			watched.look();
		}
		catch (RuntimeException | Error ex) {
			if (this.failed.add(watched.getClass())) {
				logger.warn("Cannot look whether secrets have changed: " + watched.describe(), ex);
			}
		}
	}

	@Override
	public void stop() {
		Thread stopped;
		synchronized (this.monitor) {
			stopped = this.thread;
			this.thread = null;
		}
		if (stopped != null) {
			stopped.interrupt();
			try {
				stopped.join(PATIENCE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		synchronized (this.monitor) {
			return this.thread != null;
		}
	}

}
