package dev.mainstay.observability.errorgroups.actuate;

import java.util.List;
import java.util.Locale;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailedRequest;
import dev.mainstay.observability.errorgroups.FailureSample;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Shows the groups of failures of this instance, and what became of a single request.
 * Changes nothing unless {@code management.endpoint.errorgroups.access=unrestricted} is
 * set. Thread-safe.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "errorgroups", defaultAccess = Access.READ_ONLY)
public final class ErrorGroupsEndpoint {

	private static final int DEFAULT_LIMIT = 100;

	private final ErrorGroups groups;

	private final GroupsByHand byHand;

	private final ErrorGroupsScope scope;

	/**
	 * Create the endpoint.
	 * @param groups the groups
	 * @param scope what they are the groups of
	 * @param audit is told of every change
	 */
	public ErrorGroupsEndpoint(ErrorGroups groups, ErrorGroupsScope scope, ErrorGroupsAudit audit) {
		this.groups = groups;
		this.scope = scope;
		this.byHand = new GroupsByHand(groups, audit);
	}

	/**
	 * Called for {@code GET /actuator/errorgroups}.
	 * @param limit how many groups are shown at most, 100 if {@code null}
	 * @return the groups, the one that was seen last first; with 404 if the feature is
	 * switched off
	 */
	@ReadOperation
	public WebEndpointResponse<GroupsView> groups(@Nullable Integer limit) {
		if (!this.scope.active()) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		int shown = (limit != null) ? Math.max(0, limit) : DEFAULT_LIMIT;
		ErrorGroups.Overview overview = this.groups.overview();
		List<GroupView> views = overview.groups().stream().limit(shown).map(GroupView::summary).toList();
		return new WebEndpointResponse<>(GroupsView.of(this.scope, overview, views));
	}

	/**
	 * Called for {@code GET /actuator/errorgroups/{id}}.
	 * @param id the id of a request, or the fingerprint of a group
	 * @return the request with its groups, or the group; with 404 if neither is known
	 */
	@ReadOperation
	public WebEndpointResponse<Object> look(@Selector String id) {
		FailedRequest request = this.groups.request(id).orElse(null);
		if (request != null) {
			List<ErrorGroup> groups = request.failures()
				.stream()
				.map(FailedRequest.Failure::fingerprint)
				.distinct()
				.flatMap((fingerprint) -> this.groups.group(fingerprint).stream())
				.toList();
			return new WebEndpointResponse<>(RequestView.of(request, groups));
		}
		return this.groups.group(id)
			.map((group) -> new WebEndpointResponse<Object>(GroupView.of(group, sampled(group))))
			.orElseGet(() -> new WebEndpointResponse<>(NotFound.of(id), WebEndpointResponse.STATUS_NOT_FOUND));
	}

	private @Nullable FailedRequest sampled(ErrorGroup group) {
		FailureSample sample = group.sample();
		String requestId = (sample != null) ? sample.requestId() : null;
		return (requestId != null) ? this.groups.request(requestId).orElse(null) : null;
	}

	/**
	 * Called for {@code POST /actuator/errorgroups/{fingerprint}}: say that a group is
	 * mended, or is not after all.
	 * @param fingerprint the group
	 * @param state what to say of it
	 * @param version the first version that is mended, {@code null} for any newer one
	 * @param caller who says so
	 * @return the group; with 404 if it is not known
	 */
	@WriteOperation
	public WebEndpointResponse<Object> say(@Selector String fingerprint, Said state, @Nullable String version,
			SecurityContext caller) {
		return this.byHand.say(fingerprint, state, version, caller.getPrincipal());
	}

	static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What can be said of a group.
	 *
	 * @since 0.1.0
	 */
	public enum Said {

		/**
		 * It is mended.
		 */
		RESOLVED,

		/**
		 * It is not.
		 */
		OPEN

	}

}
