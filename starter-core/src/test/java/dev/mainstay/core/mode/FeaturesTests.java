package dev.mainstay.core.mode;

import java.util.List;
import java.util.Map;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeaturesTests {

	private static final Map<String, String> CATALOGUE = Map.of("problem", "mainstay.problem.enabled", "retry",
			"mainstay.http-client.retry.enabled", "logging", "mainstay.logging.enabled", "tracing",
			"mainstay.tracing.enabled");

	@Test
	void everyFeatureOfTheCatalogueHasAState() {
		Features features = new Features(CATALOGUE,
				List.of(FeatureStatus.on("problem"), FeatureStatus.backedOff("logging", "logback-spring.xml")),
				"mainstay.tracing.enabled"::equals);
		assertThat(features.all()).extracting(Feature::name, Feature::state)
			.containsExactly(tuple("logging", FeatureState.BACKED_OFF), tuple("problem", FeatureState.ON),
					tuple("retry", FeatureState.NOT_APPLICABLE), tuple("tracing", FeatureState.OFF));
	}

	@Test
	void aReasonNamesTheFileOrTheProperty() {
		Features features = new Features(CATALOGUE, List.of(FeatureStatus.backedOff("logging", "logback-spring.xml")),
				"mainstay.tracing.enabled"::equals);
		assertThat(features.all()).extracting(Feature::reason)
			.contains("logback-spring.xml", "mainstay.tracing.enabled=false");
	}

	@Test
	void theWorseOfTwoStatusesOfAFeatureIsShown() {
		Features features = new Features(CATALOGUE,
				List.of(FeatureStatus.on("problem"), FeatureStatus.backedOff("problem", "errorController")),
				(property) -> false);
		assertThat(features.all())
			.contains(new Feature("problem", FeatureState.BACKED_OFF, "mainstay.problem.enabled", "errorController"));
	}

	@Test
	void aStatusThatFailsIsNamedAndHidesNoOther() {
		Features features = new Features(CATALOGUE,
				List.of(failing("problem", false), failing("retry", true), FeatureStatus.on("logging")),
				(property) -> false);
		assertThat(features.all()).extracting(Feature::name, Feature::state, Feature::reason)
			.contains(tuple("logging", FeatureState.ON, null),
					tuple("problem", FeatureState.ON, "its status failed with java.lang.IllegalStateException"))
			.hasSize(4);
	}

	private static FeatureStatus failing(String feature, boolean nameless) {
		return new FeatureStatus() {

			@Override
			public String feature() {
				if (nameless) {
					throw new IllegalStateException("expected by the test");
				}
				return feature;
			}

			@Override
			public FeatureState state() {
				throw new IllegalStateException("expected by the test");
			}

		};
	}

	private static Tuple tuple(Object... values) {
		return new Tuple(values);
	}

}
