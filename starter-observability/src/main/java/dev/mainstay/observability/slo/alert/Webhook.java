package dev.mainstay.observability.slo.alert;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.mainstay.observability.slo.burn.Alert;
import dev.mainstay.observability.slo.burn.AlertListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a message to a webhook, in the form that Slack and many others take, when an
 * alert starts and when it has ended. On a thread of its own, which is there only while
 * there is something to send; what cannot be sent is tried again a few times, and what
 * has no room to wait is dropped, counted and logged. The URL is a secret and is neither
 * logged nor told. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Webhook implements AlertListener, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Webhook.class);

	/** How many messages wait: a service that has more to say is not heard anyway. */
	static final int ROOM = 100;

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
			Duration.ofSeconds(30), Duration.ofMinutes(2));

	private final @Nullable WebhookCall call;

	private final AlertText text;

	private final List<Duration> pauses;

	private final ThreadPoolExecutor thread;

	private final LongAdder lost = new LongAdder();

	/**
	 * Create the webhook.
	 * @param url where messages are posted to, {@code null} if nowhere
	 * @param service the name of the service
	 */
	public Webhook(@Nullable URI url, String service) {
		this(url, service, PAUSES);
	}

	Webhook(@Nullable URI url, String service, List<Duration> pauses) {
		this.call = (url != null) ? new WebhookCall(url) : null;
		this.text = new AlertText(service);
		this.pauses = pauses;
		this.thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOM), (work) -> {
			Thread thread = new Thread(work, "mainstay-slo-webhook");
			thread.setDaemon(true);
			return thread;
		}, (work, executor) -> lost("there is no room for it"));
		this.thread.allowCoreThreadTimeOut(true);
	}

	@Override
	public void started(Alert alert) {
		send(this.text.started(alert));
	}

	@Override
	public void ended(Alert alert, Instant at) {
		send(this.text.ended(alert));
	}

	/**
	 * Post a message. Returns at once.
	 * @param message the message, plain text
	 */
	public void send(String message) {
		WebhookCall webhook = this.call;
		if (webhook != null) {
			this.thread.execute(() -> post(webhook, message));
		}
	}

	/**
	 * How many messages were not delivered.
	 * @return the count since the start
	 */
	public long lost() {
		return this.lost.sum();
	}

	private void post(WebhookCall webhook, String message) {
		String reason = webhook.post(message);
		try {
			for (int i = 0; reason != null && WebhookCall.isWorthAnother(reason) && i < this.pauses.size(); i++) {
				TimeUnit.MILLISECONDS.sleep(this.pauses.get(i).toMillis());
				reason = webhook.post(message);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (reason != null) {
			lost(reason);
		}
	}

	private void lost(String reason) {
		this.lost.increment();
		logger.warn("A message for the webhook of mainstay.slo.webhook.url is lost: {}", reason);
	}

	/** What still waits is lost, and counted so. */
	@Override
	public void close() {
		int waiting = this.thread.shutdownNow().size();
		if (waiting > 0) {
			this.lost.add(waiting);
			logger.warn("{} more messages for the webhook of mainstay.slo.webhook.url are lost: the application stops",
					waiting);
		}
	}

}
