package dev.mainstay.observability.errorgroups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * A group that failures are added to. Guarded by the table that it is in.
 */
final class Group {

	private static final int MAX_VERSIONS = 20;

	private static final int MAX_ROUTES = 20;

	private final String fingerprint;

	/** The hash of types and frames. */
	private final String location;

	private final String type;

	private final String message;

	private @Nullable String place;

	private long count;

	private final Instant firstSeen;

	private Instant lastSeen;

	private final Map<String, Long> versions = new LinkedHashMap<>();

	private final Set<String> routes = new LinkedHashSet<>();

	private @Nullable String lastRequestId;

	private @Nullable String lastTraceId;

	private @Nullable Resolution resolution;

	private ErrorGroupState state = ErrorGroupState.OPEN;

	private @Nullable FailureSample sample;

	Group(String fingerprint, String location, String type, String message, Instant firstSeen) {
		this.fingerprint = fingerprint;
		this.location = location;
		this.type = type;
		this.message = message;
		this.firstSeen = firstSeen;
		this.lastSeen = firstSeen;
	}

	/** One that an earlier process knew. */
	Group(ErrorGroup known, String location) {
		this(known.fingerprint(), location, known.type(), known.message(), known.firstSeen());
		this.place = known.place();
		this.count = known.count();
		this.lastSeen = known.lastSeen();
		this.versions.putAll(known.versions());
		this.routes.addAll(known.routes());
		this.lastRequestId = known.lastRequestId();
		this.lastTraceId = known.lastTraceId();
		this.resolution = known.resolution();
		this.state = known.state();
	}

	String fingerprint() {
		return this.fingerprint;
	}

	String location() {
		return this.location;
	}

	@Nullable FailureSample sample() {
		return this.sample;
	}

	void sample(FailureSample sample, @Nullable String place) {
		this.sample = sample;
		this.place = place;
	}

	/**
	 * Add a failure.
	 * @return whether it should not have happened any more
	 */
	boolean add(Instant at, String version, FailureContext context) {
		boolean regressed = this.state == ErrorGroupState.RESOLVED && shouldBeMended(version);
		if (regressed) {
			this.state = ErrorGroupState.REGRESSED;
		}
		this.count++;
		this.lastSeen = at;
		count(version);
		route(context.route());
		this.lastRequestId = context.requestId();
		this.lastTraceId = context.traceId();
		return regressed;
	}

	/** While instances are replaced, the old ones still fail. */
	private boolean shouldBeMended(String version) {
		Resolution said = this.resolution;
		if (said == null || version.equals(ErrorGroup.UNKNOWN_VERSION)) {
			return false;
		}
		String fixedIn = said.fixedIn();
		boolean seen = this.versions.containsKey(version);
		if (fixedIn != null) {
			boolean ordered = VersionOrder.areOrdered(version, fixedIn);
			return version.equals(fixedIn) || (VersionOrder.isNewer(version, fixedIn) && (ordered || !seen));
		}
		return !seen && VersionOrder.isNewer(version, said.version());
	}

	/** The first version stays, as it tells since when. */
	private void count(String version) {
		this.versions.merge(version, 1L, Long::sum);
		if (this.versions.size() > MAX_VERSIONS) {
			Iterator<String> oldest = this.versions.keySet().iterator();
			oldest.next();
			oldest.next();
			oldest.remove();
		}
	}

	void route(@Nullable String route) {
		if (route != null && this.routes.size() < MAX_ROUTES) {
			this.routes.add(route);
		}
	}

	void resolve(Resolution resolution) {
		this.resolution = resolution;
		this.state = ErrorGroupState.RESOLVED;
	}

	void reopen() {
		this.resolution = null;
		this.state = ErrorGroupState.OPEN;
	}

	ErrorGroup snapshot() {
		return snapshot(this.sample);
	}

	/** A stack trace in a file is one more place to look after. */
	KeptGroup kept() {
		return new KeptGroup(this.location, snapshot(null));
	}

	private ErrorGroup snapshot(@Nullable FailureSample sample) {
		return new ErrorGroup(this.fingerprint, this.state, this.type, this.message, this.place, this.count,
				this.firstSeen, this.lastSeen, new LinkedHashMap<>(this.versions), new ArrayList<>(this.routes),
				this.lastRequestId, this.lastTraceId, this.resolution, sample);
	}

}
