package dev.mainstay.core.mode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The state of every feature that is on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Features {

	private final Map<String, String> catalogue;

	private final Map<String, FeatureStatus> statuses;

	private final Predicate<String> switchedOff;

	/**
	 * Create the overview.
	 * @param catalogue the property that switches each feature, by the feature's name
	 * @param statuses what the features say of themselves
	 * @param switchedOff tells whether a property switches its feature off
	 */
	public Features(Map<String, String> catalogue, Collection<FeatureStatus> statuses, Predicate<String> switchedOff) {
		this.catalogue = new TreeMap<>(catalogue);
		this.statuses = statuses.stream()
			.collect(Collectors.toMap(FeatureStatus::feature, Function.identity(), Features::lessOn));
		this.switchedOff = switchedOff;
	}

	/** A feature that is off for one web stack and on for another says so by a reason. */
	private static FeatureStatus lessOn(FeatureStatus one, FeatureStatus other) {
		return (one.state() != FeatureState.ON) ? one : other;
	}

	/**
	 * The features in the order of their names.
	 * @return a fresh list
	 */
	public List<Feature> all() {
		return this.catalogue.entrySet()
			.stream()
			.map((entry) -> feature(entry.getKey(), entry.getValue(), this.statuses.get(entry.getKey())))
			.toList();
	}

	private Feature feature(String name, String property, @Nullable FeatureStatus status) {
		if (status != null) {
			return new Feature(name, status.state(), property, status.reason());
		}
		if (this.switchedOff.test(property)) {
			return new Feature(name, FeatureState.OFF, property, property + "=false");
		}
		return new Feature(name, FeatureState.NOT_APPLICABLE, property, "nothing in this application that it works on");
	}

}
