package dev.mainstay.core.hardening.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.example.shop.CountingController;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.SheetEntry;
import dev.mainstay.core.hardening.SheetKeeper;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sheet with probes of a service that runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractProbedServiceTests {

	private final WebApplicationType type;

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private ConfigurableApplicationContext context;

	AbstractProbedServiceTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.context = new SpringApplicationBuilder(ProbedApplication.class, security()).web(this.type)
			.run("--server.port=0", managementPort(), "--management.endpoints.web.exposure.include=*",
					"--management.endpoint.shutdown.access=unrestricted",
					"--management.endpoint.heapdump.access=unrestricted", "--spring.main.banner-mode=off",
					"--mainstay.hardening.production=true", "--mainstay.hardening.probes=true",
					"--spring.jmx.enabled=false");
	}

	/** Where the endpoints are. */
	abstract String managementPort();

	/** Configures Spring Security of the stack. */
	abstract Class<?> security();

	@AfterAll
	void stop() {
		this.context.close();
	}

	@BeforeEach
	void listen() {
		this.log.start();
		root().addAppender(this.log);
		this.context.getBean(ProbedApplication.Ends.class).clear();
	}

	@AfterEach
	void stopListening() {
		root().detachAppender(this.log);
	}

	private static Logger root() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
	}

	@Test
	void theSheetKnowsWhatOnlyProbesTell() {
		Map<String, SheetEntry> sheet = sheet();
		assertThat(sheet.get("ERR-05").status()).isEqualTo(CheckStatus.PASS);
		assertThat(sheet.get("HDR-02").status()).isEqualTo(CheckStatus.PASS);
		assertThat(sheet.get("SEC-09").status()).isEqualTo(CheckStatus.PASS);
		assertThat(sheet.get("AUTH-05").findings()).extracting((finding) -> finding.evidence())
			.containsExactly("POST /open-changes (CountingController#changes) is open");
		assertThat(sheet.get("ACT-01").findings()).extracting((finding) -> finding.evidence())
			.contains("/actuator/heapdump answers anybody", "/actuator/loggers answers anybody",
					"/actuator/env answers anybody", "/actuator/shutdown answers anybody");
		assertThat(sheet.get("ACT-03").findings()).extracting((finding) -> finding.evidence())
			.anyMatch((evidence) -> evidence.contains("/actuator/loggers"));
		assertThat(this.context.isActive()).isTrue();
	}

	@Test
	void nobodyHasSeenTheProbes() {
		sheet();
		assertThat(this.context.getBean(CountingController.class).calls()).isZero();
		assertThat(this.context.getBean(ProbedApplication.Ends.class).all()).isEmpty();
		assertThat(this.context.getBean(MeterRegistry.class).find("http.server.requests").timers())
			.extracting((timer) -> timer.getId().getTag("uri"))
			.isSubsetOf("/articles", "/actuator/hardening");
		assertThat(this.log.list).filteredOn((event) -> event.getThreadName().equals("mainstay-probe"))
			.filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.INFO))
			.extracting(ILoggingEvent::getLoggerName, ILoggingEvent::getFormattedMessage)
			.isEmpty();
	}

	@Test
	void aRequestIsSeenByTheSame() throws IOException, InterruptedException {
		assertThat(get("local.server.port", "/articles").statusCode()).isEqualTo(200);
		assertThat(this.context.getBean(CountingController.class).reads()).isOne();
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.context.getBean(ProbedApplication.Ends.class).all())
				.containsExactly("/articles"));
		assertThat(this.context.getBean(MeterRegistry.class).find("http.server.requests").timers()).isNotEmpty();
	}

	@Test
	void theSheetIsServedInEachForm() throws IOException, InterruptedException {
		String port = "local.management.port";
		assertThat(get(port, "/actuator/hardening").body()).contains("\"score\":");
		assertThat(get(port, "/actuator/hardening?format=markdown").body()).contains("## ");
		assertThat(get(port, "/actuator/hardening?format=sarif").body()).contains("\"runs\":");
		assertThat(get(port, "/actuator/hardening?format=xml").statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
		Integer number = this.context.getEnvironment()
			.getProperty(port, Integer.class,
					this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + number + path))
				.header("Accept", "application/json, */*")
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	private Map<String, SheetEntry> sheet() {
		HardeningSheet sheet = this.context.getBean(SheetKeeper.class).look();
		return sheet.entries().stream().collect(Collectors.toMap((entry) -> entry.check().id(), (entry) -> entry));
	}

}
