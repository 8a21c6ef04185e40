package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the objectives are about: one event for each request that has ended and
 * objective that it is for, and one for each call of a method of an objective. Counts by
 * itself, so that nothing that is done to meters changes a number. Allocates nothing.
 * <p>
 * Called by the request lifecycle. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SloEvents implements RequestCompletionListener {

	private final Objectives objectives;

	private final List<ObjectiveCounts> counts;

	private final ExportedTraces exported;

	private final boolean enabled;

	private final Map<String, List<ObjectiveCounts>> named;

	private final Set<String> ofMethods = ConcurrentHashMap.newKeySet();

	private volatile RouteTable table;

	/**
	 * Create the counts.
	 * @param objectives the objectives
	 * @param exported tells whether the trace of a bad event is exported
	 * @param enabled whether anything is counted: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SloEvents(Objectives objectives, ExportedTraces exported, boolean enabled) {
		this.objectives = objectives;
		this.counts = objectives.all()
			.stream()
			.map((it) -> new ObjectiveCounts(it, objectives.badStatuses(it)))
			.toList();
		this.exported = exported;
		this.enabled = enabled;
		this.named = objectives.all()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Objective::name, (it) -> named(it.name())));
		this.table = new RouteTable(this.counts);
	}

	private List<ObjectiveCounts> named(String name) {
		return this.counts.stream().filter((it) -> this.objectives.isNamed(it.objective(), name)).toList();
	}

	/**
	 * The counts of each objective, in the order of the objectives.
	 * @return an immutable list, whose elements go on counting
	 */
	public List<ObjectiveCounts> counts() {
		return this.counts;
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		if (!this.enabled || !RequestResult.isCounted(request)) {
			return;
		}
		boolean failed = RequestResult.isFailed(request);
		for (RoutedObjective objective : this.table.of(request.route())) {
			if (!objective.isFor(request.method())) {
				continue;
			}
			if (objective.isBad(request, failed)) {
				objective.counts().countBad(exportedTrace(request));
			}
			else {
				objective.counts().count(false);
			}
		}
	}

	/**
	 * Whether a request is bad for any objective. The trace of such a request is worth
	 * keeping.
	 * @param request a request that has ended
	 * @return whether it counts, or will, as a bad event
	 */
	public boolean isBad(CompletedRequest request) {
		if (!this.enabled || !RequestResult.isCounted(request)) {
			return false;
		}
		boolean failed = RequestResult.isFailed(request);
		for (RoutedObjective objective : this.table.of(request.route())) {
			if (objective.isFor(request.method()) && objective.isBad(request, failed)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Count an event that is no request, such as a message that was handled.
	 * @param slo the name of the objective in the properties; without such an objective
	 * nothing is counted
	 * @param failed whether it failed
	 * @param duration how long it took
	 */
	public void count(String slo, boolean failed, Duration duration) {
		if (!this.enabled) {
			return;
		}
		for (ObjectiveCounts each : this.named.getOrDefault(slo, List.of())) {
			Duration latency = each.objective().latency();
			each.count(failed || (latency != null && duration.compareTo(latency) > 0));
		}
	}

	/**
	 * Have the events of an objective be the calls of methods: unless it names routes, it
	 * is not about requests.
	 * @param slo the name of the objective in the properties
	 * @throws InvalidPropertyException if there is no such objective
	 */
	public void ofMethods(String slo) {
		InvalidPropertyException.check(this.named.containsKey(slo) || !this.enabled, "mainstay.slo.objectives." + slo,
				null, "there is no such objective, which a method with @Slo is for",
				"Set its availability, or its latency and latency-target");
		// One at a time: beans that are lazy are created by any thread.
		synchronized (this.ofMethods) {
			if (this.ofMethods.add(slo)) {
				this.table = new RouteTable(
						this.counts.stream().filter((it) -> !isOfMethodsOnly(it.objective())).toList());
			}
		}
	}

	private @Nullable TraceIds exportedTrace(CompletedRequest request) {
		TraceIds ids = request.traceIds();
		return (ids != null && this.exported.isExported(ids)) ? ids : null;
	}

	private boolean isOfMethodsOnly(Objective objective) {
		return objective.routes().isEmpty()
				&& this.ofMethods.stream().anyMatch((slo) -> this.objectives.isNamed(objective, slo));
	}

}
