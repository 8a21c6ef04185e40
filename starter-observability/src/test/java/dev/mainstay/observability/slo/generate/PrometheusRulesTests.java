package dev.mainstay.observability.slo.generate;

import java.time.Duration;
import java.util.List;

import dev.mainstay.observability.slo.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of the rules. What they do is tested by promtool in {@code tests/external}.
 */
class PrometheusRulesTests {

	@Test
	void pagesOnTwoPairsOfWindowsAndFromTenBadEventsOn() {
		assertThat(rule("alert", "MainstaySloPage", ObjectivesOfTests.checkout()).get("expr").stringValue())
			.isEqualTo("""
					(
					  mainstay_slo:error_ratio:rate5m{S} > 14.4 * 0.001
					  and mainstay_slo:error_ratio:rate1h{S} > 14.4 * 0.001
					  and mainstay_slo:events_bad:rate1h{S} * 3600 >= 10
					)
					or
					(
					  mainstay_slo:error_ratio:rate30m{S} > 6 * 0.001
					  and mainstay_slo:error_ratio:rate6h{S} > 6 * 0.001
					  and mainstay_slo:events_bad:rate6h{S} * 21600 >= 10
					)
					""".replace("S", "service=\"orders\",slo=\"checkout\""));
	}

	@ParameterizedTest
	@CsvSource({ "28, 13.44, 5.6, 2.8, 0.933333", "7, 3.36, 1.4, 0.9, 0.9", "90, 43.2, 18, 9, 3" })
	void scalesTheFactorsWithTheWindow(int days, String fastPage, String page, String fastTicket, String ticket) {
		Objective objective = ObjectivesOfTests.availability("a", 0.9999, Duration.ofDays(days));
		assertThat(rule("alert", "MainstaySloPage", objective).get("expr").stringValue())
			.contains("> " + fastPage + " * 0.0001\n", "> " + page + " * 0.0001\n");
		assertThat(rule("alert", "MainstaySloTicket", objective).get("expr").stringValue())
			.contains("> " + fastTicket + " * 0.0001\n", "> " + ticket + " * 0.0001\n");
	}

	@Test
	void leavesOutAlertsThatLookBackFartherThanTheWindow() {
		Objective objective = ObjectivesOfTests.availability("a", 0.99, Duration.ofHours(6));
		assertThat(rules(objective).findValuesAsString("alert")).containsExactly("MainstaySloPage",
				"MainstaySloAbsent");
	}

	@Test
	void onlyTheAlertForACounterThatIsGoneWaits() {
		assertThat(rules(ObjectivesOfTests.checkout()).findValuesAsString("for")).containsExactly("10m");
	}

	@Test
	void saysWhoIsToDoWhat() {
		JsonNode page = rule("alert", "MainstaySloPage", ObjectivesOfTests.checkout());
		assertThat(page.at("/labels/severity").stringValue()).isEqualTo("page");
		assertThat(page.at("/annotations/owner").stringValue()).isEqualTo("team-orders");
		assertThat(page.at("/annotations/runbook_url").stringValue()).isEqualTo("https://runbooks.example/checkout");
		assertThat(page.at("/annotations/routes").stringValue()).isEqualTo("POST /orders, /orders/**");
	}

	@Test
	void doesNotLetAnOwnerWriteATemplate() {
		Objective plain = ObjectivesOfTests.checkout();
		Objective objective = new Objective(plain.name(), plain.kind(), plain.target(), plain.window(), null,
				plain.routes(), "{{ $labels.secret }}", null, false);
		assertThat(rule("alert", "MainstaySloPage", objective).at("/annotations/owner").stringValue())
			.isEqualTo("{{ \"{{\" }} $labels.secret }}");
	}

	@Test
	void saysWhatIsTooSlow() {
		assertThat(rule("alert", "MainstaySloPage", ObjectivesOfTests.checkoutLatency()).at("/annotations/summary")
			.stringValue()).endsWith("of the events fail or take longer than 300ms, 5% may");
	}

	@Test
	void noTwoRulesHaveTheSameNameAndLabels() {
		JsonNode rules = rules(ObjectivesOfTests.checkout(), ObjectivesOfTests.checkoutLatency());
		assertThat(rules.valueStream()
			.map((rule) -> rule.path("record").asString() + rule.path("alert").asString() + rule.path("labels")))
			.doesNotHaveDuplicates();
	}

	private static JsonNode rule(String kind, String name, Objective objective) {
		return rules(objective).valueStream()
			.filter((rule) -> rule.path(kind).asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode rules(Objective... objectives) {
		String text = PrometheusRules.of("orders", List.of(objectives));
		Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
		return new JsonMapper().valueToTree(document).at("/groups/0/rules");
	}

}
