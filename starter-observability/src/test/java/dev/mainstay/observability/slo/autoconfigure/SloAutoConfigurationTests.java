package dev.mainstay.observability.slo.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.alert.Webhook;
import dev.mainstay.observability.slo.burn.Budgets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SloAutoConfigurationTests {

	private static final String PREFIX = "mainstay.slo.objectives.";

	private static final AutoConfigurations OURS = AutoConfigurations.of(SloAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(OURS);

	@Test
	void assumesAnObjectiveOnBothStacks() {
		Objective assumed = new Objective("availability", ObjectiveKind.AVAILABILITY, 0.995, Duration.ofDays(30), null,
				List.of(), null, null, true);
		this.runner.run((context) -> assertThat(context.getBean(Objectives.class).all()).containsExactly(assumed));
		new ReactiveWebApplicationContextRunner().withConfiguration(OURS)
			.run((context) -> assertThat(context.getBean(Objectives.class).all()).containsExactly(assumed));
	}

	@Test
	void assumesNothingWithoutRequests() {
		new ApplicationContextRunner().withConfiguration(OURS).run((context) -> {
			assertThat(context.getBean(Objectives.class).all()).isEmpty();
			assertThat(context.getBean(SloStatus.class).state()).isEqualTo(FeatureState.NOT_APPLICABLE);
		});
	}

	@Test
	void makesTwoObjectivesOfAnAvailabilityAndALatency() {
		this.runner
			.withPropertyValues(PREFIX + "orders.availability=99.9%", PREFIX + "orders.latency=300ms",
					PREFIX + "orders.latency-target=0.99", PREFIX + "orders.routes=POST /orders, /orders/{id}",
					PREFIX + "orders.window=28d", PREFIX + "orders.owner=shop", PREFIX + "orders.runbook=https://r")
			.run((context) -> assertThat(context.getBean(Objectives.class).all()).containsExactly(
					new Objective("orders", ObjectiveKind.AVAILABILITY, 0.999, Duration.ofDays(28), null,
							List.of("POST /orders", "/orders/{id}"), "shop", "https://r", false),
					new Objective("orders-latency", ObjectiveKind.LATENCY, 0.99, Duration.ofDays(28),
							Duration.ofMillis(300), List.of("POST /orders", "/orders/{id}"), "shop", "https://r",
							false)));
	}

	@Test
	void givesALatencyAloneTheNameItself() {
		this.runner.withPropertyValues(PREFIX + "fast.latency=1s", PREFIX + "fast.latency-target=99")
			.run((context) -> assertThat(context.getBean(Objectives.class).all()).extracting(Objective::name)
				.containsExactly("fast"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							a.availability=90%              | a page could never fire: it needs more than factor x budget = 14.4 x (1 - 0.9) = 1.44
							a.availability=90%              | Write a target above 93.06%
							a.availability=100%             | it leaves a budget of 1 - 1 = 0 of all events
							a.availability=1                | so that the first bad one breaks it
							a.availability=0                | everything could fail
							a.availability=most             | it is not a number
							a.owner=me                      | it has no target
							a.latency=1s                    | it has no target
							a.latency-target=99             | it has only one of latency and latency-target
							a.availability=99;a.window=0d   | mainstay.slo.objectives.a.window
							a.availability=99;a.window=2h   | windows from 1d to 366d
							a.availability=99;a.routes=x    | mainstay.slo.objectives.a.routes[0]
							a.availability=99;a.routes=G T /x | it is no route
							a.latency=0s;a.latency-target=99 | mainstay.slo.objectives.a.latency
							a.availability=99;a.latency=1s;a.latency-target=99;a-latency.availability=99 | another objective has the name
							a.availability=99;A.availability=99 | another objective has the name
							[a b].availability=99           | letters, digits
							a.availability=99;a.bad-statuses=teapot | mainstay.slo.objectives.a.bad-statuses
					a.availability=97;a.window=90d  | 43.2 x (1 - 0.97) = 1.296
							""")
	void refusesWhatMakesNoSense(String properties, String message) {
		String[] set = List.of(properties.split(";")).stream().map((it) -> name(it)).toArray(String[]::new);
		this.runner.withPropertyValues(set)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining(message));
	}

	private static String name(String property) {
		return property.startsWith("[") ? "mainstay.slo.objectives" + property : PREFIX + property;
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		Objectives own = new Objectives(List.of());
		this.runner.withBean("own", Objectives.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(Objectives.class).hasSingleBean(SloEvents.class));
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.slo.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SloEvents.class).doesNotHaveBean(Budgets.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SloEvents.class).doesNotHaveBean(Budgets.class));
	}

	@Test
	void callsAWebhookOnlyIfItHasAnAddress() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(Webhook.class));
		this.runner.withPropertyValues("mainstay.slo.webhook.url=")
			.run((context) -> context.getBean(Webhook.class).send("nobody hears it"));
		this.runner.withPropertyValues("mainstay.slo.webhook.url=https://hooks.example.com/abc")
			.run((context) -> assertThat(context).hasSingleBean(Webhook.class));
		this.runner.withPropertyValues("mainstay.slo.webhook.url=hooks/guessable")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.slo.webhook.url is something")
				.hasMessageNotContaining("guessable"));
		this.runner.withPropertyValues("mainstay.slo.webhook.url=https://hooks.example.com:99999/guessable")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageNotContaining("guessable"));
	}

	@Test
	void aFileOfNoNameIsNone() {
		this.runner.withPropertyValues("mainstay.slo.file=")
			.run((context) -> assertThat(context.getBean(Budgets.class).areKept()).isFalse());
	}

	@Test
	void doesWithoutOpenTelemetry() {
		this.runner.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.run((context) -> assertThat(context).hasSingleBean(SloEvents.class).hasNotFailed());
	}

}
