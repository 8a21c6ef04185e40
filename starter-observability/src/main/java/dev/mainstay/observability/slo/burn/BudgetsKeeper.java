package dev.mainstay.observability.slo.burn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.state.StateFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has budgets outlive the process: restores those of the last one, and writes them from
 * time to time and at the end. A file that cannot be used is a warning and nothing more.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class BudgetsKeeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BudgetsKeeper.class);

	private final Budgets budgets;

	private final @Nullable StateFile file;

	private final @Nullable ScheduledThreadPoolExecutor timer;

	private boolean failed;

	private BudgetsKeeper(Budgets budgets, @Nullable StateFile file, @Nullable ScheduledThreadPoolExecutor timer) {
		this.budgets = budgets;
		this.file = file;
		this.timer = timer;
	}

	/**
	 * A keeper where nothing is kept.
	 * @param budgets the budgets
	 * @return a keeper that does nothing
	 */
	public static BudgetsKeeper none(Budgets budgets) {
		return new BudgetsKeeper(budgets, null, null);
	}

	/**
	 * Restore the budgets and begin to keep them.
	 * @param budgets the budgets
	 * @param path where they are kept
	 * @param pause how often they are written
	 * @return what is to be closed at the end
	 */
	public static BudgetsKeeper keep(Budgets budgets, Path path, Duration pause) {
		StateFile file = new StateFile(path);
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "mainstay-slo-file");
			thread.setDaemon(true);
			return thread;
		});
		BudgetsKeeper keeper = new BudgetsKeeper(budgets, file, timer);
		keeper.restore(file);
		timer.scheduleWithFixedDelay(keeper::write, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
		return keeper;
	}

	private void restore(StateFile file) {
		try {
			byte[] content = file.read();
			List<String> lines = (content != null) ? new String(content, StandardCharsets.UTF_8).lines().toList()
					: List.of();
			List<String> others = this.budgets.restore(lines);
			if (!others.isEmpty()) {
				logger.warn("{} has events of {}, which are not objectives of this service any more, or count "
						+ "something else now; they are forgotten", file, others);
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The budgets of objectives in {} cannot be read and begin anew: {}", file, ex.toString());
		}
	}

	/** Write the budgets as of now. */
	synchronized void write() {
		if (this.file == null) {
			return;
		}
		try {
			this.file.write((String.join("\n", this.budgets.kept()) + "\n").getBytes(StandardCharsets.UTF_8));
			this.failed = false;
		}
		catch (IOException | RuntimeException ex) {
			if (!this.failed) {
				logger.warn("The budgets of objectives cannot be written to {}, so that a restart forgets them: {}",
						this.file, ex.toString());
			}
			this.failed = true;
		}
	}

	/** What is being written is not interrupted: it would be lost for a warning. */
	@Override
	public void close() {
		if (this.timer != null) {
			this.timer.shutdown();
		}
		write();
	}

}
