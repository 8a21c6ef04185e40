package dev.mainstay.observability.errorgroups.alert;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroupListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells a webhook of groups that begin and of those that are back: of the first few at
 * once, and of the others in one message at the end of the minute. So a storm of distinct
 * failures takes no room from alerts. Thread-safe; never blocks.
 *
 * @since 0.1.0
 */
public final class GroupWebhook implements ErrorGroupListener, AutoCloseable {

	/** How many messages there are at most from one end of a minute to the next. */
	static final int LIMIT = 3;

	private final Consumer<String> webhook;

	private final GroupText text;

	private final ScheduledExecutorService timer;

	private int sent;

	private int held;

	private @Nullable ErrorGroup lastHeld;

	/**
	 * Create the listener. Its thread begins with the first group.
	 * @param webhook takes a message, and returns at once
	 * @param service the name of the service
	 */
	public GroupWebhook(Consumer<String> webhook, String service) {
		this(webhook, service, timer());
	}

	GroupWebhook(Consumer<String> webhook, String service, ScheduledExecutorService timer) {
		this.webhook = webhook;
		this.text = new GroupText(service);
		this.timer = timer;
	}

	/** What fails while the application stops is nobody's news. */
	private static ScheduledExecutorService timer() {
		return new ScheduledThreadPoolExecutor(1, (work) -> {
			Thread thread = new Thread(work, "mainstay-error-groups-webhook");
			thread.setDaemon(true);
			return thread;
		}, new ThreadPoolExecutor.DiscardPolicy());
	}

	@Override
	public void onNewGroup(ErrorGroup group) {
		if (isWithinLimit(group)) {
			this.webhook.accept(this.text.begun(group));
		}
	}

	@Override
	public void onRegression(ErrorGroup group) {
		if (isWithinLimit(group)) {
			this.webhook.accept(this.text.regressed(group));
		}
	}

	private synchronized boolean isWithinLimit(ErrorGroup group) {
		if (this.sent == LIMIT) {
			this.held++;
			this.lastHeld = group;
			return false;
		}
		count();
		return true;
	}

	private void count() {
		if (this.sent == 0) {
			this.timer.schedule(this::endMinute, 1, TimeUnit.MINUTES);
		}
		this.sent++;
	}

	private void endMinute() {
		String summary = summary();
		if (summary != null) {
			this.webhook.accept(summary);
		}
	}

	/** It is the first message of the next minute. */
	private synchronized @Nullable String summary() {
		ErrorGroup last = this.lastHeld;
		String summary = (last != null) ? this.text.more(this.held, last) : null;
		this.sent = 0;
		this.held = 0;
		this.lastHeld = null;
		if (summary != null) {
			count();
		}
		return summary;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
