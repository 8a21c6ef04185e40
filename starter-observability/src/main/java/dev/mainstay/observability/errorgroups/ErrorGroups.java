package dev.mainstay.observability.errorgroups;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RootFailure;
import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import dev.mainstay.observability.errorgroups.GroupTable.Added;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups the failures of this instance by their causes, and remembers the requests that
 * met them. Whoever meets a failure may tell of it, and it counts once. Bounded in
 * memory; thread-safe.
 *
 * @since 0.1.0
 */
public final class ErrorGroups {

	private static final Logger logger = LoggerFactory.getLogger(ErrorGroups.class);

	private final GroupTable table;

	private final FailedRequests requests;

	private final FailureCounts counts = new FailureCounts();

	private final SeenFailures seen = new SeenFailures();

	private final FlightRecorder recorder;

	private final FailureSamples samples;

	private final GroupNews news;

	private final Clock clock;

	private final Instant since;

	/**
	 * Create it without any group.
	 * @param limits how much is remembered
	 * @param recorder has the log of the requests that are under way
	 * @param samples makes the samples
	 * @param news tells of new groups
	 * @param clock the clock
	 */
	public ErrorGroups(ErrorGroupLimits limits, FlightRecorder recorder, FailureSamples samples, GroupNews news,
			Clock clock) {
		this.table = new GroupTable(limits.groups());
		this.requests = new FailedRequests(limits.requests(), limits.requestBytes());
		this.recorder = recorder;
		this.samples = samples;
		this.news = news;
		this.clock = clock;
		this.since = clock.instant();
	}

	/**
	 * Tell of a failure. Called on the thread that met it; what was told of before, or
	 * only says that a client went away, has no effect.
	 * @param failure the failure, wrapped or not
	 * @param context in which work
	 * @return whether it is counted
	 */
	public boolean record(Throwable failure, FailureContext context) {
		try {
			return recordFirst(failure, context);
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Whatever an exception of the application does when it is read.
			logger.debug("A failure cannot be grouped", ex);
			return false;
		}
	}

	private boolean recordFirst(Throwable failure, FailureContext context) {
		Throwable cause = RootFailure.rootCause(failure);
		Throwable root = (cause != null) ? cause : failure;
		if (ClientAbort.isCauseOf(failure) || !this.seen.isFirst(root, context.requestId())) {
			return false;
		}
		MetFailure met = this.samples.met(failure, root, this.clock.instant(), context);
		Fingerprint fingerprint = Fingerprint.of(failure, root, met.message());
		Added added = this.table.add(fingerprint, met, this.samples);
		if (added.isSampled()) {
			this.table.sample(added, this.samples.of(met), fingerprint.frame());
		}
		this.counts.add(added.fingerprint(), fingerprint.type());
		remember(added.fingerprint(), met);
		tell(added);
		return true;
	}

	private void remember(String fingerprint, MetFailure met) {
		String requestId = met.context().requestId();
		if (requestId != null) {
			this.requests.add(this.samples.request(requestId, fingerprint, met)
				.with(this.samples.masked(this.recorder.events(requestId))));
		}
	}

	private void tell(Added added) {
		if (added.isNew() || added.isRegressed()) {
			ErrorGroup group = this.table.snapshot(added);
			if (added.isNew()) {
				this.news.begun(group);
			}
			else {
				this.news.regressed(group);
			}
		}
	}

	/**
	 * Tell of the end of a request. Called for each one, failed or not.
	 * @param requestId the request
	 * @param route the method and the template, {@code null} if no handler was chosen
	 * @param status what it was answered with, {@code null} if it was not
	 */
	public void ended(String requestId, @Nullable String route, @Nullable Integer status) {
		FailedRequest failed = this.requests.find(requestId);
		if (failed != null) {
			List<RecordedEvent> events = this.recorder.events(requestId);
			List<RecordedEvent> masked = failed.hasAll(events) ? failed.events() : this.samples.masked(events);
			FailedRequest request = this.requests.change(requestId,
					(before) -> before.answered(route, status).with(masked));
			route((request != null) ? request : failed);
		}
		this.recorder.forget(requestId);
	}

	private void route(FailedRequest request) {
		request.failures().forEach((failure) -> this.table.route(failure.fingerprint(), request.route()));
	}

	/**
	 * Say that a group is mended, or is not after all.
	 * @param fingerprint the group
	 * @param resolution who says so, {@code null} to open it again
	 * @return the group, empty if it is not known
	 */
	public Optional<ErrorGroup> resolve(String fingerprint, @Nullable Resolution resolution) {
		return this.table.resolve(fingerprint, resolution);
	}

	/**
	 * What is known.
	 * @return all groups and what they are made of
	 */
	public Overview overview() {
		return new Overview(this.since, this.samples.version(), this.table.failures(), this.table.left(),
				this.table.all());
	}

	/**
	 * Look a group up.
	 * @param fingerprint its name
	 * @return the group, empty if it is not known
	 */
	public Optional<ErrorGroup> group(String fingerprint) {
		return this.table.find(fingerprint);
	}

	/**
	 * Look a request up that has failed.
	 * @param requestId its id
	 * @return the request, empty if it did not fail here, or is forgotten
	 */
	public Optional<FailedRequest> request(String requestId) {
		return Optional.ofNullable(this.requests.find(requestId));
	}

	/**
	 * How many failures there were.
	 * @return counts by group
	 */
	public FailureCounts counts() {
		return this.counts;
	}

	/**
	 * How many groups are known.
	 * @return their number
	 */
	public int size() {
		return this.table.size();
	}

	/**
	 * How many groups had to leave for others.
	 * @return their number
	 */
	public long left() {
		return this.table.left();
	}

	GroupTable table() {
		return this.table;
	}

	/**
	 * The time at which somebody says something.
	 * @return now
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * All groups at one time.
	 *
	 * @param since when counting began
	 * @param version the version of the application
	 * @param failures how many failures were seen since then
	 * @param left how many groups had to leave for others
	 * @param groups the groups, the one that was seen last first
	 * @since 0.1.0
	 */
	public record Overview(Instant since, String version, long failures, long left, List<ErrorGroup> groups) {

	}

}
