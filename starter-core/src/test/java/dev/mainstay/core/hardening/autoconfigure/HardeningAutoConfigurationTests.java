package dev.mainstay.core.hardening.autoconfigure;

import java.time.LocalDate;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.HardeningGate;
import dev.mainstay.core.hardening.HardeningRefusedException;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetEntry;
import dev.mainstay.core.hardening.SheetKeeper;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.actuate.HardeningEndpoint;
import dev.mainstay.core.hardening.actuate.HardeningWebExtension;
import dev.mainstay.core.hardening.metrics.HardeningMetrics;
import dev.mainstay.core.mode.StartRemark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class HardeningAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HardeningAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=hardening");

	@Test
	void theSheetIsThereByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SheetKeeper.class)
			.hasSingleBean(HardeningEndpoint.class)
			.hasSingleBean(HardeningWebExtension.class)
			.hasSingleBean(HardeningMetrics.class)
			.hasSingleBean(StartRemark.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.hardening.enabled=false" })
	void nothingIsThereWhenItIsSwitchedOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(SheetKeeper.class)
				.doesNotHaveBean(HardeningEndpoint.class)
				.doesNotHaveBean(HardeningGate.class)
				.doesNotHaveBean(StartRemark.class));
	}

	@Test
	void theSheetIsMadeWithoutActuatorAndMetrics() {
		this.runner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "io.micrometer.core.instrument"))
			.run((context) -> assertThat(context.getBean(SheetKeeper.class).look().entries()).isNotEmpty());
	}

	@Test
	void anEndpointOfTheApplicationWithThisIdStays() {
		this.runner.withUserConfiguration(OwnEndpointConfiguration.class)
			.run((context) -> assertThat(context).doesNotHaveBean(HardeningEndpoint.class)
				.doesNotHaveBean(HardeningWebExtension.class)
				.hasSingleBean(SheetKeeper.class));
	}

	@Test
	void checksOfTheApplicationAreOnTheSheet() {
		this.runner.withUserConfiguration(OwnCheckConfiguration.class)
			.run((context) -> assertThat(own(context).findings()).containsExactly(Finding.of("seen")));
	}

	@Test
	void aWaiverOfThePropertiesHolds() {
		waived("2999-12-31").run((context) -> assertThat(own(context)).satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(CheckStatus.WAIVED);
			assertThat(entry.reason()).isEqualTo("waived until 2999-12-31 by team-a: soon gone");
		}));
	}

	@Test
	void anExpiredWaiverIsSaidAndTheFindingIsOneAgain() {
		waived("2020-01-31").run((context) -> assertThat(own(context)).satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(CheckStatus.FAIL);
			assertThat(entry.reason()).isEqualTo("the waiver expired on 2020-01-31 by team-a: soon gone");
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "high", "medium", "data", "secrets,HIGH" })
	void aFindingThatIsEnforcedRefusesTheStart(String names) {
		this.runner.withUserConfiguration(OwnCheckConfiguration.class)
			.withPropertyValues("mainstay.hardening.enforce=" + names)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(HardeningRefusedException.class)
				.hasMessageContaining("OWN-01"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "blocker", "secrets" })
	void noOtherFindingRefusesIt(String names) {
		this.runner.withUserConfiguration(OwnCheckConfiguration.class)
			.withPropertyValues("mainstay.hardening.enforce=" + names)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aWaiverThatHasExpiredRefusesNoStart() {
		waived("2020-01-31").withPropertyValues("mainstay.hardening.enforce=data")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			enforce=hgih                      | mainstay.hardening.enforce is hgih
			evidence.backup.date=2026-11-02   | mainstay.hardening.evidence.backup is backup
			evidence.on-call.date=soon        | mainstay.hardening.evidence.on-call.date is soon
			evidence.on-call.owner=team-a     | mainstay.hardening.evidence.on-call.date is not set
			waivers[0].id=DB-05               | mainstay.hardening.waivers[0].reason is not set
			waivers[0].reason=soon            | mainstay.hardening.waivers[0].id is not set""")
	void whatMakesNoSenseStopsTheStart(String property, String message) {
		this.runner.withPropertyValues("mainstay.hardening." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
	}

	@Test
	void aDayThatNobodyHasFilledInStopsNoStart() {
		this.runner
			.withPropertyValues("mainstay.hardening.evidence.on-call.date=${ALERT_TESTED_ON:}",
					"mainstay.hardening.evidence.on-call.owner=team-a")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "31.03.2027", "2027-02-30", "" })
	void theEndOfAWaiverIsADay(String expiry) {
		waived(expiry).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("mainstay.hardening.waivers[0].expiry is"));
	}

	@Test
	void evidenceMayComeFromTheEnvironment() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("MAINSTAY_HARDENING_EVIDENCE_ONCALL_DATE", LocalDate.now().toString()))))
			.run((context) -> assertThat(entry(context, "OPS-08").status()).isEqualTo(CheckStatus.PASS));
	}

	@Test
	void theGaugeCountsWhatFailed() {
		this.runner.withUserConfiguration(OwnCheckConfiguration.class).run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(HardeningMetrics.class).bindTo(registry);
			assertThat(gauge(registry, "high")).isNaN();
			context.getBean(SheetKeeper.class).look();
			assertThat(gauge(registry, "high")).isEqualTo(1);
			assertThat(gauge(registry, "low")).isZero();
		});
	}

	private static double gauge(SimpleMeterRegistry registry, String severity) {
		return registry.get("mainstay.hardening.findings").tags("severity", severity, "group", "data").gauge().value();
	}

	private ApplicationContextRunner waived(String expiry) {
		return this.runner.withUserConfiguration(OwnCheckConfiguration.class)
			.withPropertyValues("mainstay.hardening.waivers[0].id=OWN-01",
					"mainstay.hardening.waivers[0].reason=soon gone", "mainstay.hardening.waivers[0].owner=team-a",
					"mainstay.hardening.waivers[0].expiry=" + expiry);
	}

	private static SheetEntry own(AssertableApplicationContext context) {
		return entry(context, "OWN-01");
	}

	private static SheetEntry entry(AssertableApplicationContext context, String id) {
		HardeningSheet sheet = context.getBean(SheetKeeper.class).look();
		return sheet.entries().stream().filter((entry) -> entry.check().id().equals(id)).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCheckConfiguration {

		@Bean
		HardeningCheck ownCheck() {
			return new HardeningCheck() {

				@Override
				public CheckDescription description() {
					return CheckDescription.of("OWN-01", Group.DATA, Severity.HIGH)
						.title("a title")
						.why("a reason")
						.source("a source")
						.decides("a way")
						.fix("a fix");
				}

				@Override
				public Verdict look(InspectedApplication application) {
					return Verdict.fail(Finding.of("seen"));
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEndpointConfiguration {

		@Bean
		OwnEndpoint ownEndpoint() {
			return new OwnEndpoint();
		}

	}

	@Endpoint(id = "hardening")
	static class OwnEndpoint {

		@ReadOperation
		Map<String, String> own() {
			return Map.of("own", "yes");
		}

	}

}
