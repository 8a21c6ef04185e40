package dev.mainstay.tests.external;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.generate.SloFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboards are what Grafana's own types say that a dashboard is, of the oldest
 * release that they are for and of a new one. What the types leave open, such as
 * transformations, is not checked.
 */
class GrafanaSchemaTests {

	/** With an objective about latency there is each kind of panel. */
	private static final SloFiles FILES = SloFiles.of("orders", List.of(objective(ObjectiveKind.AVAILABILITY, null),
			objective(ObjectiveKind.LATENCY, Duration.ofMillis(300))));

	@BeforeAll
	static void install() throws Exception {
		GrafanaSchema.install();
	}

	@ParameterizedTest
	@ValueSource(strings = { SloFiles.DASHBOARD, SloFiles.FLEET })
	void dashboardsAreOfTheSchema(String file) throws Exception {
		assertThat(GrafanaSchema.check("grafana-13", FILES.byName().get(file))).isEmpty();
	}

	/** What it does not know it passes over: bars have no legend there. */
	@ParameterizedTest
	@ValueSource(strings = { SloFiles.DASHBOARD, SloFiles.FLEET })
	void grafana10KnowsAllButTheLegendOfBars(String file) throws Exception {
		assertThat(GrafanaSchema.check("grafana-10", FILES.byName().get(file)).lines())
			.allMatch((line) -> line.contains("'\"legend\"' does not exist in type '{ displayMode?"));
	}

	/** In each line: a part of the dashboard, and what takes its place. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "an unknown property      | \"gridPos\"       | \"gridPosition\"",
					"an unknown option        | \"reduceOptions\" | \"reduce\"",
					"a word that is no option | \"background\"    | \"ground\"",
					"a text for a number      | \"schemaVersion\": 39 | \"schemaVersion\": \"39\"",
					"a query that asks nothing | \"expr\"         | \"expression\"",
					"an unknown style of lines | \"fillOpacity\"  | \"opacity\"" })
	void findsWhatIsNot(String what, String part, String other) throws IOException, InterruptedException {
		assertThat(FILES.dashboard()).as("the part is there").contains(part);
		assertThat(GrafanaSchema.check("grafana-13", FILES.dashboard().replace(part, other))).as(what)
			.contains("error TS");
	}

	private static Objective objective(ObjectiveKind kind, Duration latency) {
		return new Objective("checkout-" + kind, kind, 0.99, Duration.ofDays(30), latency, List.of(), "team", null,
				false);
	}

}
