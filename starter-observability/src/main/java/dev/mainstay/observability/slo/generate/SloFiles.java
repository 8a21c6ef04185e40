package dev.mainstay.observability.slo.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.slo.Objective;

/**
 * What is generated from the objectives of a service. The same objectives give the same
 * texts, so that they can live beside the code. Immutable.
 *
 * @param rules recording and alerting rules for Prometheus
 * @param tests unit tests of these rules, for {@code promtool test rules}
 * @param dashboard a dashboard of the service for Grafana
 * @param fleet a dashboard for Grafana of all services that have such rules
 * @since 0.1.0
 */
public record SloFiles(String rules, String tests, String dashboard, String fleet) {

	/**
	 * The name under which the tests look for the rules.
	 */
	public static final String RULES = "slo-rules.yaml";

	/**
	 * The name of the file with the tests.
	 */
	public static final String TESTS = "slo-tests.yaml";

	/**
	 * The name of the file with the dashboard of the service.
	 */
	public static final String DASHBOARD = "slo-dashboard.json";

	/**
	 * The name of the file with the dashboard of all services.
	 */
	public static final String FLEET = "slo-fleet-dashboard.json";

	/**
	 * Generate the texts.
	 * @param service the value of the label {@code service} of the counters
	 * @param objectives the objectives of the service, all of them valid
	 * @return the texts
	 */
	public static SloFiles of(String service, List<Objective> objectives) {
		return new SloFiles(PrometheusRules.of(service, objectives), RuleTests.of(service, objectives),
				Dashboard.of(service, objectives), FleetDashboard.text());
	}

	/**
	 * The texts by the names of their files.
	 * @return a new map, in a fixed order
	 */
	public Map<String, String> byName() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put(RULES, this.rules);
		files.put(TESTS, this.tests);
		files.put(DASHBOARD, this.dashboard);
		files.put(FLEET, this.fleet);
		return files;
	}

}
