package dev.mainstay.observability.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.CoreConstants;

/**
 * What {@code %wEx} is in a pattern with Mainstay's masking: the stack trace between
 * empty lines, its messages masked and each on one line. Called by Logback on the thread
 * that logs; thread-safe once it is started.
 *
 * @since 0.1.0
 */
public final class TextSpacedThrowableConverter extends ThrowableProxyConverter {

	private TextParts parts = TextParts.NONE;

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		super.start();
	}

	@Override
	protected String throwableProxyToString(IThrowableProxy throwable) {
		return CoreConstants.LINE_SEPARATOR + super.throwableProxyToString(this.parts.throwable(throwable))
				+ CoreConstants.LINE_SEPARATOR;
	}

}
