package dev.mainstay.observability.errorgroups.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.state.StateFile;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of error groups.
 *
 * @param maxGroups Number of groups that are remembered. Above it the one that was not
 * seen for the longest time leaves
 * @param maxRequests Number of failed requests that are remembered by their ids
 * @param warnings Whether an exception in a warning of the log is a failure, too
 * @param events Number of log events that are kept of a request, for the case that it
 * fails; 0 for none
 * @param maxEventSize Memory that the log events of requests under way may take, and
 * those of failed requests as much again
 * @param debugLoggers Comma-separated list of loggers whose DEBUG events are kept, too,
 * although they are not logged
 * @param file File that the groups are kept in over a restart; of this instance alone.
 * Forgotten at the end if not set
 */
@ConfigurationProperties("mainstay.error-groups")
record ErrorGroupsProperties(@DefaultValue("1000") int maxGroups, @DefaultValue("1000") int maxRequests,
		@DefaultValue("false") boolean warnings, @DefaultValue("30") int events,
		@DefaultValue("4MB") DataSize maxEventSize, @DefaultValue List<String> debugLoggers, @Nullable Path file) {

	private static final String PREFIX = "mainstay.error-groups.";

	/** What so many take is held by no property. */
	private static final int MOST = 100_000;

	private static final int MOST_EVENTS = 1000;

	ErrorGroupsProperties {
		InvalidPropertyException.check(maxGroups >= 1 && maxGroups <= MOST, PREFIX + "max-groups", maxGroups,
				"it has to be from 1 to " + MOST, "Write a number, or mainstay.error-groups.enabled=false for none");
		InvalidPropertyException.check(maxRequests >= 0 && maxRequests <= MOST, PREFIX + "max-requests", maxRequests,
				"it has to be from 0 to " + MOST, "Write a number, such as 1000");
		InvalidPropertyException.check(events >= 0 && events <= MOST_EVENTS, PREFIX + "events", events,
				"it has to be from 0 to " + MOST_EVENTS, "Write a number, or 0 to keep none");
		InvalidPropertyException.check(!maxEventSize.isNegative(), PREFIX + "max-event-size", maxEventSize,
				"it is negative", "Write a size, such as 4MB");
		file = StateFile.orNone(file);
		InvalidPropertyException.check(file == null || !Files.isDirectory(file), PREFIX + "file", file,
				"it is a folder", "Write the name of a file in it, such as groups.json");
		debugLoggers = List.copyOf(debugLoggers);
	}

}
