package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import tools.jackson.core.JsonGenerator;

/**
 * The stack trace, its root cause first, with all causes and suppressed exceptions; and a
 * hash by which the same failure is found again.
 */
final class ThrowableFields extends AbstractJsonProvider<ILoggingEvent> {

	private final ShortenedThrowableConverter converter = new ShortenedThrowableConverter();

	private final MaskingEngine masking;

	ThrowableFields(MaskingEngine masking) {
		this.masking = masking;
		this.converter.setRootCauseFirst(true);
		this.converter.setLineSeparator("UNIX");
	}

	@Override
	public void start() {
		this.converter.setContext(getContext());
		this.converter.start();
		super.start();
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			String stackTrace = this.masking.mask(stackTrace(event, throwable));
			String hash = StackHash.of(throwable);
			generator.writeStringProperty(LogFields.STACK_TRACE, stackTrace);
			generator.writeStringProperty(LogFields.STACK_HASH, hash);
		}
	}

	private String stackTrace(ILoggingEvent event, IThrowableProxy throwable) {
		try {
			return this.converter.convert(event).stripTrailing();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return throwable.getClassName() + ": " + throwable.getMessage();
		}
	}

}
