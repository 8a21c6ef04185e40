package dev.mainstay.observability.logging.level;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroup;

/**
 * The level of a logger that somebody has set for a while. Two of them are never the
 * same, whatever their levels.
 */
final class TimedLevel {

	private final @Nullable LogLevel original;

	private final @Nullable LogLevel level;

	private final @Nullable Group group;

	TimedLevel(@Nullable LogLevel original, @Nullable LogLevel level, @Nullable Group group) {
		this.original = original;
		this.level = level;
		this.group = group;
	}

	@Nullable LogLevel original() {
		return this.original;
	}

	@Nullable LogLevel level() {
		return this.level;
	}

	/** What the endpoint shows of the group; its members are restored one by one. */
	void restoreGroup() {
		if (this.group != null && this.group.group().getConfiguredLevel() == this.level) {
			this.group.group().configureLogLevel(this.group.before(), (logger, configured) -> {
			});
		}
	}

	record Group(LoggerGroup group, @Nullable LogLevel before) {
	}

}
