package dev.mainstay.security.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is logged by the logger of the security events, from the creation to the end.
 */
public final class LoggedEvents extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(SecurityEventLog.LOGGER_NAME);

	public LoggedEvents() {
		start();
		this.logger.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		event.getMDCPropertyMap();
		this.events.add(event);
	}

	public List<ILoggingEvent> all() {
		return List.copyOf(this.events);
	}

	public List<String> messages() {
		return this.events.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/** The server may have answered before it is logged. */
	public ILoggingEvent awaitLast(String event) {
		Predicate<ILoggingEvent> wanted = (it) -> it.getFormattedMessage().startsWith(event + ":");
		await().atMost(Duration.ofSeconds(10)).until(() -> this.events.stream().anyMatch(wanted));
		return this.events.stream().filter(wanted).reduce((first, second) -> second).orElseThrow();
	}

	public long count(String event) {
		return this.events.stream().filter((it) -> it.getFormattedMessage().startsWith(event + ":")).count();
	}

	public void clear() {
		this.events.clear();
	}

	public static Map<String, Object> fields(ILoggingEvent event) {
		Map<String, Object> fields = new TreeMap<>();
		for (KeyValuePair pair : event.getKeyValuePairs()) {
			assertThat(fields.put(pair.key, pair.value)).as(pair.key).isNull();
		}
		return fields;
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
	}

}
