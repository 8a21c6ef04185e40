package dev.mainstay.observability.errorgroups.actuate;

import org.jspecify.annotations.Nullable;

/**
 * What the groups are the groups of.
 *
 * @param active whether the feature is switched on; read at run time, because in an
 * AOT-processed application the endpoint is there whatever the properties say
 * @param maxGroups how many groups there can be
 * @param file the file that keeps them over a restart, {@code null} if nothing does
 * @since 0.1.0
 */
public record ErrorGroupsScope(boolean active, int maxGroups, @Nullable String file) {

	String text() {
		return (this.file != null) ? "this instance, over restarts by its file"
				: "this instance, since its start; forgotten when it ends";
	}

}
