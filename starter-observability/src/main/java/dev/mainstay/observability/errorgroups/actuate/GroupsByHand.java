package dev.mainstay.observability.errorgroups.actuate;

import java.security.Principal;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Changes what is said of groups, for the endpoint. Thread-safe.
 */
final class GroupsByHand {

	private static final int MAX_VERSION = 64;

	private final ErrorGroups groups;

	private final ErrorGroupsAudit audit;

	GroupsByHand(ErrorGroups groups, ErrorGroupsAudit audit) {
		this.groups = groups;
		this.audit = audit;
	}

	WebEndpointResponse<Object> say(String fingerprint, ErrorGroupsEndpoint.Said state, @Nullable String version,
			@Nullable Principal who) {
		if (version != null && (version.isBlank() || version.length() > MAX_VERSION)) {
			throw new InvalidEndpointRequestException("This is no version", "A version has from 1 to 64 characters");
		}
		String user = (who != null) ? who.getName() : ErrorGroupsAudit.NOBODY;
		Resolution resolution = (state == ErrorGroupsEndpoint.Said.RESOLVED)
				? new Resolution(this.groups.now(), user, this.groups.overview().version(), version) : null;
		ErrorGroup group = this.groups.resolve(fingerprint, resolution).orElse(null);
		if (group == null) {
			return new WebEndpointResponse<>(NotFound.of(fingerprint), WebEndpointResponse.STATUS_NOT_FOUND);
		}
		this.audit.changed(group, user);
		return new WebEndpointResponse<>(GroupView.summary(group));
	}

}
