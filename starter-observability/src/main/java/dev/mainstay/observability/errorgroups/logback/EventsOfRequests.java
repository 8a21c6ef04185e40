package dev.mainstay.observability.errorgroups.logback;

import java.time.Clock;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.RecordedEvent;
import dev.mainstay.observability.logging.KeptMessages;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the recorder keeps of an event: its text, and none of the objects that the
 * application goes on to change. Thread-safe.
 */
final class EventsOfRequests {

	/** A text that is cut here has to be masked before, one that is shorter later. */
	private static final int MAX_LENGTH = 2000;

	private final FlightRecorder recorder;

	private final KeptMessages messages;

	private final TextMasker masker;

	private final List<String> debugLoggers;

	private final Clock clock;

	EventsOfRequests(FlightRecorder recorder, KeptMessages messages, TextMasker masker, List<String> debugLoggers,
			Clock clock) {
		this.recorder = recorder;
		this.messages = messages;
		this.masker = masker;
		this.debugLoggers = List.copyOf(debugLoggers);
		this.clock = clock;
	}

	void add(String requestId, ILoggingEvent event) {
		Level level = event.getLevel();
		if (level.isGreaterOrEqual(Level.INFO) || (level == Level.DEBUG && isListed(event.getLoggerName()))) {
			IThrowableProxy failure = event.getThrowableProxy();
			this.recorder.record(requestId,
					new RecordedEvent(FailureAppender.timeOf(event), level.toString(), event.getLoggerName(),
							shortened(this.messages.of(event)), (failure != null) ? failure.getClassName() : null));
		}
	}

	/** What is not logged, as its level is not enabled. */
	void addDebug(String requestId, String logger, String format, Object @Nullable [] arguments,
			@Nullable Throwable failure) {
		this.recorder.record(requestId,
				new RecordedEvent(this.clock.instant(), Level.DEBUG.toString(), logger,
						shortened(this.messages.of(format, arguments)),
						(failure != null) ? failure.getClass().getName() : null));
	}

	boolean isListed(String logger) {
		for (String listed : this.debugLoggers) {
			if (logger.startsWith(listed)
					&& (logger.length() == listed.length() || logger.charAt(listed.length()) == '.')) {
				return true;
			}
		}
		return false;
	}

	private String shortened(String message) {
		if (message.length() <= MAX_LENGTH) {
			return message;
		}
		String masked = this.masker.mask(message);
		return (masked.length() > MAX_LENGTH) ? masked.substring(0, MAX_LENGTH) : masked;
	}

}
