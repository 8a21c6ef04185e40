package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus scrapes the hardened sample, whose provider fails: it takes the
 * rules, each expression of both dashboards has data, and the page alert fires. Nothing
 * is left out: there is no expression that has none after a minute.
 */
class PrometheusTests {

	private static final Duration EVERY = Duration.ofSeconds(1);

	private static final Instant BEGIN = Instant.now();

	@TempDir
	private static Path folder;

	private static ObservedOrders orders;

	private static SloFiles files;

	private static Prometheus prometheus;

	private static Visitors visitors;

	@BeforeAll
	static void start() throws IOException {
		orders = ObservedOrders.start();
		files = orders.files();
		prometheus = Prometheus.start(folder, EVERY, everySecond(files.rules()), orders.port());
		Await.until(prometheus::assertScrapes);
		visitors = Visitors.send(orders, Duration.ofMillis(20));
		orders.breakPayments();
	}

	@AfterAll
	static void stop() {
		Stream.of(visitors, prometheus, orders).forEach(PrometheusTests::close);
	}

	private static void close(AutoCloseable started) {
		try {
			if (started != null) {
				started.close();
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As they are they run once a minute, and the first time after up to a minute. */
	private static String everySecond(String rules) {
		assertThat(rules).containsOnlyOnce("interval: 1m\n");
		return rules.replace("interval: 1m\n", "interval: 1s\n");
	}

	@Test
	void takesTheRules() {
		long written = files.rules().lines().filter((line) -> line.matches(" *- (record|alert): .*")).count();
		Await.until(() -> assertThat(rules()).hasSize((int) written)
			.allSatisfy((rule) -> assertThat(rule.path("health").asString()).as(rule.toString()).isEqualTo("ok")));
	}

	private static List<JsonNode> rules() {
		return prometheus.rules().valueStream().flatMap((group) -> group.path("rules").valueStream()).toList();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void hasDataForEachPanel(DashboardQuery query) {
		Await.until(() -> assertThat(ask(query)).as(query.toString()).isNotEmpty());
	}

	static Stream<DashboardQuery> queries() {
		return Stream.of(files.dashboard(), files.fleet()).flatMap(DashboardQuery::of);
	}

	private static List<JsonNode> ask(DashboardQuery query) {
		JsonNode series = query.isInstant() ? prometheus.now(query.expression())
				: prometheus.overTime(query.expression(), BEGIN, Instant.now(), EVERY);
		return series.valueStream().toList();
	}

	@Test
	void pagesForPaymentsOnly() {
		String firing = "ALERTS{alertstate=\"firing\",severity=\"page\"}";
		Await.until(() -> assertThat(
				prometheus.now(firing).valueStream().map((alert) -> alert.path("metric").path("slo").asString()))
			.containsExactly("payments"));
	}

}
