package dev.mainstay.observability.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * A throwable whose messages are masked and on one line, its causes and suppressed ones
 * likewise.
 */
final class TextThrowable implements IThrowableProxy {

	private final IThrowableProxy throwable;

	private final TextParts parts;

	TextThrowable(IThrowableProxy throwable, TextParts parts) {
		this.throwable = throwable;
		this.parts = parts;
	}

	@Override
	public @Nullable String getMessage() {
		String message = this.throwable.getMessage();
		return (message != null) ? this.parts.text(message) : null;
	}

	@Override
	public @Nullable String getOverridingMessage() {
		String message = this.throwable.getOverridingMessage();
		return (message != null) ? this.parts.text(message) : null;
	}

	@Override
	public String getClassName() {
		return this.throwable.getClassName();
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.throwable.getStackTraceElementProxyArray();
	}

	@Override
	public int getCommonFrames() {
		return this.throwable.getCommonFrames();
	}

	@Override
	public @Nullable IThrowableProxy getCause() {
		IThrowableProxy cause = this.throwable.getCause();
		return (cause != null) ? new TextThrowable(cause, this.parts) : null;
	}

	@Override
	public IThrowableProxy @Nullable [] getSuppressed() {
		IThrowableProxy[] suppressed = this.throwable.getSuppressed();
		return (suppressed != null) ? Arrays.stream(suppressed)
			.map((it) -> new TextThrowable(it, this.parts))
			.toArray(IThrowableProxy[]::new) : null;
	}

	@Override
	public boolean isCyclic() {
		return this.throwable.isCyclic();
	}

}
