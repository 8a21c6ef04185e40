package dev.mainstay.security.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.ExchangeIds;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TrustedProxies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs security events by the logger {@value #LOGGER_NAME}: one line for each, a message
 * in the form of the OWASP vocabulary and the details as key-value pairs. Of failures,
 * which strangers can make, only so many in a second: the others are counted, and the
 * count is told when the next request ends after that second, or at the end.
 * <p>
 * Called on the thread on which an event happens. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class SecurityEventLog implements RequestCompletionListener, AutoCloseable {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.security";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private static final Logger ownLogger = LoggerFactory.getLogger(SecurityEventLog.class);

	private final Map<SecurityEventType, LongAdder> counts = new EnumMap<>(SecurityEventType.class);

	private final Principals principals;

	private final FailureLimit limit;

	private final TextMasker masker;

	private final TrustedProxies proxies;

	private final boolean enabled;

	/**
	 * Create a log.
	 * @param names whose names are shown
	 * @param maxFailuresPerSecond how many failures of a type are logged in a second, 0
	 * for all
	 * @param masker masks what is logged
	 * @param proxies tells the client's address
	 * @param enabled whether anything is logged: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SecurityEventLog(PrincipalNames names, int maxFailuresPerSecond, TextMasker masker, TrustedProxies proxies,
			boolean enabled) {
		this(new Principals(names, masker), new FailureLimit(maxFailuresPerSecond, System::nanoTime), masker, proxies,
				enabled);
	}

	SecurityEventLog(Principals principals, FailureLimit limit, TextMasker masker, TrustedProxies proxies,
			boolean enabled) {
		this.principals = principals;
		this.limit = limit;
		this.masker = masker;
		this.proxies = proxies;
		this.enabled = enabled;
		for (SecurityEventType type : SecurityEventType.values()) {
			this.counts.put(type, new LongAdder());
		}
	}

	/**
	 * Whether anything is logged.
	 * @return whether it is switched on
	 */
	public boolean enabled() {
		return this.enabled;
	}

	/**
	 * Note that somebody has proved to have a name.
	 * @param name the name
	 */
	public void authenticated(String name) {
		if (this.enabled) {
			this.principals.authenticated(name);
		}
	}

	/**
	 * Log an event.
	 * @param event the event
	 */
	public void log(SecurityEvent event) {
		tell(event);
	}

	/**
	 * Log an event that has to be made first, which must not fail anything either.
	 * @param event makes the event, {@code null} if there is nothing to log
	 */
	public void log(Supplier<@Nullable SecurityEvent> event) {
		try {
			SecurityEvent made = this.enabled ? event.get() : null;
			if (made != null) {
				tell(made);
			}
		}
		catch (RuntimeException ex) {
			ownLogger.warn("A security event cannot be made", ex);
		}
	}

	/**
	 * How many events of a type there were since the start, those that were not logged
	 * among them.
	 * @param type the type
	 * @return the number, which never falls
	 */
	public long count(SecurityEventType type) {
		LongAdder count = this.counts.get(type);
		return (count != null) ? count.sum() : 0;
	}

	/**
	 * Log an event.
	 * @return what was told, {@code null} if nothing was
	 */
	@Nullable ToldEvent tell(SecurityEvent event) {
		if (!this.enabled) {
			return null;
		}
		try {
			return tellOf(event);
		}
		catch (RuntimeException | Error ex) {
			ownLogger.warn("A security event cannot be logged: {}", event.type().eventName(), ex);
			return null;
		}
	}

	private @Nullable ToldEvent tellOf(SecurityEvent event) {
		LongAdder count = this.counts.get(event.type());
		if (count != null) {
			count.increment();
		}
		tellSuppressed(this.limit.takeOver());
		CurrentRequest.told(event.type());
		if (!this.limit.passes(event.type())) {
			return null;
		}
		SecurityEvent complete = complete(event);
		ToldPrincipal principal = this.principals.tell(event.principal(), event.type().claimed());
		ToldEvent told = ToldEvent.of(complete, principal, this.proxies, this.masker);
		try (ExchangeIds ids = ExchangeIds.of(complete.request())) {
			LoggingEventBuilder builder = builder(event.type());
			told.fields().forEach(builder::addKeyValue);
			builder.log(told.message());
		}
		return told;
	}

	private static SecurityEvent complete(SecurityEvent event) {
		RequestExchange current = (event.request() != null) ? event.request() : CurrentRequest.exchange();
		return new SecurityEvent(event.type(), event.principal(), event.data(), current);
	}

	private static LoggingEventBuilder builder(SecurityEventType type) {
		return (type.severity() == SecurityEventType.Severity.INFO) ? logger.atInfo() : logger.atWarn();
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		tellSuppressed(this.limit.takeOver());
	}

	/**
	 * Tell what was not told. Called when the application ends.
	 */
	@Override
	public void close() {
		tellSuppressed(this.limit.takeAll());
	}

	private static void tellSuppressed(Map<SecurityEventType, Long> suppressed) {
		suppressed.forEach((type, count) -> builder(type).addKeyValue(ToldEvent.EVENT, type.eventName())
			.addKeyValue(ToldEvent.OUTCOME, ToldEvent.outcome(type))
			.addKeyValue("suppressed", count)
			.log("{} {} more times, which were not logged one by one", type.eventName(), count));
	}

}
