package dev.mainstay.core.mode;

/**
 * A status that does not change while the application runs.
 */
record FixedFeatureStatus(String feature, FeatureState state, String reason) implements FeatureStatus {

}
