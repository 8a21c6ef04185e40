package dev.mainstay.observability.errorgroups;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores the groups of the last process, and writes them from time to time and at the
 * end. A file that cannot be used is a warning and nothing more. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GroupsKeeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(GroupsKeeper.class);

	private final ErrorGroups groups;

	private final @Nullable GroupsFile file;

	private final @Nullable ScheduledThreadPoolExecutor timer;

	private long written;

	private boolean failed;

	private GroupsKeeper(ErrorGroups groups, @Nullable GroupsFile file, @Nullable ScheduledThreadPoolExecutor timer) {
		this.groups = groups;
		this.file = file;
		this.timer = timer;
	}

	/**
	 * A keeper where nothing is kept.
	 * @param groups the groups
	 * @return a keeper that does nothing
	 */
	public static GroupsKeeper none(ErrorGroups groups) {
		return new GroupsKeeper(groups, null, null);
	}

	/**
	 * Restore the groups and begin to keep them.
	 * @param groups the groups
	 * @param file where they are kept
	 * @param pause how often they are written if they have changed
	 * @return what is to be closed at the end
	 */
	public static GroupsKeeper keep(ErrorGroups groups, GroupsFile file, Duration pause) {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "mainstay-error-groups");
			thread.setDaemon(true);
			return thread;
		});
		GroupsKeeper keeper = new GroupsKeeper(groups, file, timer);
		keeper.restore(file);
		timer.scheduleWithFixedDelay(keeper::write, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
		return keeper;
	}

	private void restore(GroupsFile file) {
		try {
			this.groups.table().restore(file.read());
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The error groups of {} cannot be read and begin anew: {}", file, ex.toString());
		}
		this.written = this.groups.table().changes();
	}

	/** Write the groups if they have changed. */
	synchronized void write() {
		long changes = this.groups.table().changes();
		if (this.file == null || changes == this.written) {
			return;
		}
		List<KeptGroup> kept = this.groups.table().kept();
		try {
			this.file.write(kept);
			this.written = changes;
			this.failed = false;
		}
		catch (IOException | RuntimeException ex) {
			if (!this.failed) {
				logger.warn("The error groups cannot be written to {}, so that a restart forgets them: {}", this.file,
						ex.toString());
			}
			this.failed = true;
		}
	}

	@Override
	public void close() {
		if (this.timer != null) {
			this.timer.shutdownNow();
		}
		write();
	}

}
