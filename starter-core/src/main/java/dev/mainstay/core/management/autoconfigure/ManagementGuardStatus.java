package dev.mainstay.core.management.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * Says which endpoints are guarded, or which of ours the application leaves out of its
 * own list.
 */
final class ManagementGuardStatus implements FeatureStatus {

	static final String FEATURE = "management-guard";

	private final GuardedEndpoints guarded;

	private final List<String> offered;

	private final Supplier<Set<String>> exposed;

	/**
	 * Create the status.
	 * @param guarded the guarded endpoints
	 * @param offered the ids of the endpoints that Mainstay would expose
	 * @param exposed gives the ids of the endpoints that are exposed, in lower case
	 */
	ManagementGuardStatus(GuardedEndpoints guarded, List<String> offered, Supplier<Set<String>> exposed) {
		this.guarded = guarded;
		this.offered = offered;
		this.exposed = exposed;
	}

	@Override
	public String feature() {
		return FEATURE;
	}

	@Override
	public FeatureState state() {
		if (!this.guarded.exposedByMainstay()) {
			return FeatureState.BACKED_OFF;
		}
		return guardedNow().isEmpty() ? FeatureState.NOT_APPLICABLE : FeatureState.ON;
	}

	@Override
	public @Nullable String reason() {
		if (this.guarded.exposedByMainstay()) {
			Set<String> now = guardedNow();
			return now.isEmpty() ? "no endpoint is exposed that it guards" : "guards " + String.join(", ", now);
		}
		Set<String> exposedNow = this.exposed.get();
		String missing = this.offered.stream()
			.filter((id) -> !GuardedEndpoints.OPEN.contains(id) && !exposedNow.contains(id.toLowerCase(Locale.ROOT)))
			.collect(Collectors.joining(", "));
		String reason = GuardedEndpoints.EXPOSURE + " is set by the application";
		return missing.isEmpty() ? reason : reason + " and leaves out " + missing;
	}

	private Set<String> guardedNow() {
		return this.exposed.get()
			.stream()
			.filter(this.guarded::contains)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
