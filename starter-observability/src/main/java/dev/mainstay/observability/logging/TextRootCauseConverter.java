package dev.mainstay.observability.logging;

import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * What {@code %rEx} is in a pattern with Mainstay's masking: the stack trace with its
 * root cause first, its messages masked and each on one line. Called by Logback on the
 * thread that logs; thread-safe once it is started.
 *
 * @since 0.1.0
 */
public final class TextRootCauseConverter extends RootCauseFirstThrowableProxyConverter {

	private TextParts parts = TextParts.NONE;

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		super.start();
	}

	@Override
	protected String throwableProxyToString(IThrowableProxy throwable) {
		return super.throwableProxyToString(this.parts.throwable(throwable));
	}

}
