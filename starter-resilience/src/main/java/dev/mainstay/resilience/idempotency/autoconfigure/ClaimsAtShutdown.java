package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.List;

import dev.mainstay.resilience.idempotency.Idempotency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lets go of the operations that have not ended when the server stops waiting for them,
 * while the store can still be reached. The requests themselves are drained by the
 * server, which stops gracefully unless it is told not to.
 */
final class ClaimsAtShutdown implements SmartLifecycle {

	/**
	 * Between the end of the server's patience (1024 below) and its stop (2048 below).
	 */
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1536;

	private static final Logger logger = LoggerFactory.getLogger(ClaimsAtShutdown.class);

	/** More names than anybody follows up by hand. */
	private static final int NAMED = 50;

	private final Idempotency idempotency;

	private volatile boolean running;

	ClaimsAtShutdown(Idempotency idempotency) {
		this.idempotency = idempotency;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<String> abandoned = this.idempotency.openClaims().abandonAll();
		if (!abandoned.isEmpty()) {
			logger.warn(
					"{} operations with an idempotency key had not ended when the service stopped. Unless they "
							+ "still do, their outcome is unknown to whoever repeats them. Records: {}",
					abandoned.size(), abandoned.stream().limit(NAMED).toList());
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
