package dev.mainstay.observability.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;

/**
 * Does something again after the configuration of Logback was taken away to be read anew,
 * as with {@code scan="true"}. Called by Logback; stays until the context is stopped or
 * the listener removed.
 *
 * @since 0.1.0
 */
public final class AfterReset implements LoggerContextListener {

	private final Runnable again;

	/**
	 * Create a listener.
	 * @param again puts what the reset has taken where it was
	 */
	public AfterReset(Runnable again) {
		this.again = again;
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onReset(LoggerContext context) {
		this.again.run();
	}

	@Override
	public void onStart(LoggerContext context) {
		// It is there already.
	}

	@Override
	public void onStop(LoggerContext context) {
		// Nothing is held.
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
		// It does not matter here.
	}

}
