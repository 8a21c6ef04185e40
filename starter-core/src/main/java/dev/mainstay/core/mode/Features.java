package dev.mainstay.core.mode;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of every feature that is on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Features {

	private static final Logger logger = LoggerFactory.getLogger(Features.class);

	private final Map<String, String> catalogue;

	private final List<FeatureStatus> statuses;

	private final Predicate<String> switchedOff;

	/**
	 * Create the overview.
	 * @param catalogue the property that switches each feature, by the feature's name
	 * @param statuses what the features say of themselves; what one throws is logged and
	 * swallowed
	 * @param switchedOff tells whether a property switches its feature off
	 */
	public Features(Map<String, String> catalogue, Collection<FeatureStatus> statuses, Predicate<String> switchedOff) {
		this.catalogue = new TreeMap<>(catalogue);
		this.statuses = List.copyOf(statuses);
		this.switchedOff = switchedOff;
	}

	/**
	 * The features in the order of their names.
	 * @return a fresh list
	 */
	public List<Feature> all() {
		Map<String, Feature> told = new HashMap<>();
		for (FeatureStatus status : this.statuses) {
			Feature feature = ask(status);
			if (feature != null) {
				told.merge(feature.name(), feature, Features::lessOn);
			}
		}
		return this.catalogue.keySet().stream().map((name) -> told.computeIfAbsent(name, this::untold)).toList();
	}

	/**
	 * A feature that is off for one web stack and on for another says so by a reason, and
	 * of two that are on the one with a remark is told.
	 */
	private static Feature lessOn(Feature one, Feature other) {
		boolean told = one.state() != FeatureState.ON || (other.state() == FeatureState.ON && one.reason() != null);
		return told ? one : other;
	}

	private @Nullable Feature ask(FeatureStatus status) {
		String name = null;
		try {
			name = status.feature();
			FeatureState state = Objects.requireNonNull(status.state(), "A feature is in some state");
			return feature(name, state, status.reason());
		}
		catch (RuntimeException | Error ex) {
			logger.warn("{} cannot say what became of its feature", status.getClass().getName(), ex);
			return feature(name, FeatureState.ON, "its status failed with " + ex.getClass().getName());
		}
	}

	private @Nullable Feature feature(@Nullable String name, FeatureState state, @Nullable String reason) {
		String property = (name != null) ? this.catalogue.get(name) : null;
		return (name != null && property != null) ? new Feature(name, state, property, reason) : null;
	}

	private Feature untold(String name) {
		String property = this.catalogue.getOrDefault(name, "");
		if (this.switchedOff.test(property)) {
			return new Feature(name, FeatureState.OFF, property, property + "=false");
		}
		return new Feature(name, FeatureState.NOT_APPLICABLE, property, "nothing in this application that it works on");
	}

}
