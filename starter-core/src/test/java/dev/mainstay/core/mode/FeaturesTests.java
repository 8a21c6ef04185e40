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

	private static Tuple tuple(Object... values) {
		return new Tuple(values);
	}

}
