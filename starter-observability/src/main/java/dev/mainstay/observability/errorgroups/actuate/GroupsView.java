package dev.mainstay.observability.errorgroups.actuate;

import java.time.Instant;
import java.util.List;

import dev.mainstay.observability.errorgroups.ErrorGroups;

/**
 * All groups.
 *
 * @param scope whose groups these are: there may be other instances
 * @param since when counting began
 * @param version the version of the application
 * @param failures how many failures there were since then
 * @param known how many groups are known
 * @param max how many groups there can be; above it the one that was not seen for the
 * longest time leaves
 * @param left how many have left
 * @param groups those that were seen last
 * @since 0.1.0
 */
public record GroupsView(String scope, Instant since, String version, long failures, int known, int max, long left,
		List<GroupView> groups) {

	static GroupsView of(ErrorGroupsScope scope, ErrorGroups.Overview overview, List<GroupView> groups) {
		return new GroupsView(scope.text(), overview.since(), overview.version(), overview.failures(),
				overview.groups().size(), scope.maxGroups(), overview.left(), groups);
	}

}
