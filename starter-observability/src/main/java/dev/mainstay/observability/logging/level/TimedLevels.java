package dev.mainstay.observability.logging.level;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggerGroup;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Changes log levels, for a while or for good, and tells the audit of each change. What
 * was there before a change with an end comes back when its time is over or the
 * application stops, unless somebody has changed it again by then. Nothing is kept beyond
 * the process. Called on the threads of requests; thread-safe.
 *
 * @since 0.1.0
 */
public final class TimedLevels implements DisposableBean {

	private final LoggingSystem loggingSystem;

	private final LoggerGroups groups;

	private final LevelAudit audit;

	private final LevelTimer timer;

	/**
	 * By logger, so that a group and one of its members do not get in each other's way.
	 */
	private final Map<String, TimedLevel> pending = new HashMap<>();

	/**
	 * Create it with a timer of its own, whose thread is there only while a change waits
	 * for its end.
	 * @param loggingSystem sets the levels
	 * @param groups the groups of loggers
	 * @param audit is told of every change
	 */
	public TimedLevels(LoggingSystem loggingSystem, LoggerGroups groups, LevelAudit audit) {
		this(loggingSystem, groups, audit, LevelTimer.create());
	}

	TimedLevels(LoggingSystem loggingSystem, LoggerGroups groups, LevelAudit audit, LevelTimer timer) {
		this.loggingSystem = loggingSystem;
		this.groups = groups;
		this.audit = audit;
		this.timer = timer;
	}

	/**
	 * Change the level of a logger or of a group of loggers.
	 * @param change what is to change
	 * @param user who asks for it, {@code null} if that is not known
	 */
	public synchronized void change(LevelChange change, @Nullable String user) {
		LoggerGroup group = this.groups.get(change.name());
		boolean isGroup = group != null && group.hasMembers();
		LogLevel before = isGroup ? Objects.requireNonNull(group).getConfiguredLevel() : configured(change.name());
		this.audit.changed(change, before, user);
		List<String> loggers = isGroup ? Objects.requireNonNull(group).getMembers() : List.of(change.name());
		TimedLevel.Group restored = isGroup ? new TimedLevel.Group(Objects.requireNonNull(group), before) : null;
		Map<String, TimedLevel> timed = new HashMap<>();
		loggers.forEach((logger) -> timed.put(logger, new TimedLevel(original(logger), change.level(), restored)));
		if (isGroup) {
			Objects.requireNonNull(group).configureLogLevel(change.level(), this.loggingSystem::setLogLevel);
		}
		else {
			this.loggingSystem.setLogLevel(change.name(), change.level());
		}
		loggers.forEach(this.pending::remove);
		Duration ttl = change.ttl();
		if (ttl != null) {
			this.pending.putAll(timed);
			this.timer.schedule(() -> revert(change.name(), timed), ttl);
		}
	}

	/** What is there for good: not what an earlier change set that has an end. */
	private @Nullable LogLevel original(String logger) {
		TimedLevel earlier = this.pending.get(logger);
		LogLevel now = configured(logger);
		return (earlier != null && earlier.level() == now) ? earlier.original() : now;
	}

	private @Nullable LogLevel configured(String logger) {
		LoggerConfiguration configuration = this.loggingSystem.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getConfiguredLevel() : null;
	}

	private synchronized void revert(String name, Map<String, TimedLevel> timed) {
		boolean reverted = false;
		for (Map.Entry<String, TimedLevel> entry : timed.entrySet()) {
			String logger = entry.getKey();
			TimedLevel level = entry.getValue();
			if (this.pending.remove(logger, level) && configured(logger) == level.level()) {
				this.loggingSystem.setLogLevel(logger, level.original());
				level.restoreGroup();
				reverted = true;
			}
		}
		if (reverted) {
			this.audit.reverted(name, timed.values().iterator().next().original());
		}
	}

	@Override
	public synchronized void destroy() {
		Map.copyOf(this.pending).forEach((logger, level) -> revert(logger, Map.of(logger, level)));
		this.timer.stop();
	}

}
