package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import dev.mainstay.observability.masking.MaskingEngine;

/**
 * The exception of an event, if there is one.
 */
final class ThrowableFields implements LineField {

	private static final int SHARE = 3;

	private static final int MESSAGE_SHARE = 16;

	private final MaskingEngine masking;

	ThrowableFields(MaskingEngine masking) {
		this.masking = masking;
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			String stackTrace = stackTrace(line, throwable);
			String hash = StackHash.of(throwable);
			line.text(LogFields.STACK_TRACE, stackTrace, SHARE);
			line.text(LogFields.STACK_HASH, hash, 1);
		}
	}

	/** Masked before it is shortened: half a secret is not known for one. */
	private String stackTrace(Line line, IThrowableProxy throwable) {
		try {
			return StackTraceText.of(throwable, (message) -> line.shortened(this.masking.mask(message), MESSAGE_SHARE));
		}
		catch (RuntimeException | StackOverflowError ex) {
			return this.masking.mask(throwable.getClassName() + ": " + throwable.getMessage());
		}
	}

}
