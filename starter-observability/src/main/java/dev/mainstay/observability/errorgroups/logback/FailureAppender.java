package dev.mainstay.observability.errorgroups.logback;

import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailureContext;
import dev.mainstay.observability.logging.SilentAppender;
import org.jspecify.annotations.Nullable;

/**
 * Sees everything that is logged: keeps it with the request that it belongs to, and tells
 * of the failures in it. Called on the thread that logs; thread-safe, never throws.
 */
final class FailureAppender extends UnsynchronizedAppenderBase<ILoggingEvent> implements SilentAppender {

	static final String NAME = "mainstay-error-groups";

	private static final String TRACE_ID = "traceId";

	private final ErrorGroups groups;

	private final EventsOfRequests events;

	private final Level level;

	/**
	 * Create the appender.
	 * @param groups is told of failures
	 * @param events keeps what is logged
	 * @param level from which level on a failure in the log is one
	 */
	FailureAppender(ErrorGroups groups, EventsOfRequests events, Level level) {
		this.groups = groups;
		this.events = events;
		this.level = level;
		setName(NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		try {
			String requestId = CurrentRequestId.get();
			if (requestId != null) {
				this.events.add(requestId, event);
			}
			Throwable failure = event.getLevel().isGreaterOrEqual(this.level) ? failure(event) : null;
			if (failure != null) {
				this.groups.record(failure, new FailureContext(requestId, traceId(event), null));
			}
		}
		catch (RuntimeException | StackOverflowError ex) {
			addWarn("An event of the log cannot be kept for error groups", ex);
		}
	}

	private static @Nullable Throwable failure(ILoggingEvent event) {
		IThrowableProxy proxy = event.getThrowableProxy();
		return (proxy instanceof ThrowableProxy known) ? known.getThrowable() : null;
	}

	private static @Nullable String traceId(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		return (mdc != null) ? mdc.get(TRACE_ID) : null;
	}

	static Instant timeOf(ILoggingEvent event) {
		Instant instant = event.getInstant();
		return (instant != null) ? instant : Instant.ofEpochMilli(event.getTimeStamp());
	}

}
