package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Map;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.OpenClaim;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyEndpoint;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyHealthIndicator;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyHistory;
import dev.mainstay.resilience.idempotency.actuate.InspectedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

@ExtendWith(OutputCaptureExtension.class)
class IdempotencyOperationsAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(IdempotencyAutoConfiguration.class,
			IdempotencyOperationsAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("management.endpoints.web.exposure.include=idempotency");

	@Test
	void isThereOnBothStacks() {
		this.contextRunner.run((context) -> assertComplete(context.getSourceApplicationContext()));
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("management.endpoints.web.exposure.include=idempotency")
			.run((context) -> assertComplete(context.getSourceApplicationContext()));
	}

	private static void assertComplete(ApplicationContext context) {
		assertThat(context.getBean(IdempotencyEndpoint.class)).isNotNull();
		assertThat(context.getBean(IdempotencyHealthIndicator.class)).isNotNull();
		assertThat(context.getBean(ClaimsAtShutdown.class).isRunning()).isTrue();
		assertThat(context.getBean(InspectedStore.class).name()).isEqualTo("memory");
		assertThat(state(context)).isEqualTo(FeatureState.ON);
	}

	@Test
	void endpointIsNotThereWhereNothingExposesIt() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health").run((context) -> {
			assertThat(context).doesNotHaveBean(IdempotencyEndpoint.class);
			assertThat(state(context)).isEqualTo(FeatureState.NOT_APPLICABLE);
		});
		this.contextRunner.withPropertyValues("management.endpoint.idempotency.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(IdempotencyEndpoint.class));
	}

	@Test
	void leavesTheIdToTheApplication() {
		this.contextRunner.withBean("own", OwnEndpoint.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(IdempotencyEndpoint.class);
			assertThat(state(context)).isEqualTo(FeatureState.BACKED_OFF);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.idempotency.enabled=false" })
	void isSwitchedOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(IdempotencyEndpoint.class)
				.doesNotHaveBean(IdempotencyHealthIndicator.class)
				.doesNotHaveBean(ClaimsAtShutdown.class)
				.doesNotHaveBean(IdempotencyHistory.class)
				.doesNotHaveBean(FeatureStatus.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.mainstay-idempotency.enabled=false",
			"management.health.defaults.enabled=false" })
	void healthIsSwitchedOffByItself(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(IdempotencyEndpoint.class)
				.doesNotHaveBean(IdempotencyHealthIndicator.class));
	}

	@Test
	void worksWithoutWhatIsOptional() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate",
					"org.springframework.boot.health", "io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ClaimsAtShutdown.class)
				.doesNotHaveBean("mainstayIdempotencyEndpoint"));
		this.contextRunner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(IdempotencyEndpoint.class)
				.doesNotHaveBean("mainstayIdempotencyHealthIndicator"));
	}

	@Test
	void backsOffWithoutTheFeature() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(IdempotencyOperationsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(IdempotencyEndpoint.class));
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Idempotency.class));
	}

	@Test
	void historyHearsOfRequests() {
		this.contextRunner.run((context) -> {
			context.getBean(Idempotency.class).admit(new Operation("k", "f", "c"));
			assertThat(context.getBean(IdempotencyEndpoint.class).store().instance().requests())
				.containsExactly(Map.entry("created", 1L));
			assertThat(context.getBean(IdempotencyHealthIndicator.class).health().getDetails())
				.containsEntry("inFlight", 1);
		});
	}

	@Test
	void whatHasNotEndedIsAbandonedBeforeTheStoreCloses(CapturedOutput output) {
		IdempotencyStore store = mock(IdempotencyStore.class);
		given(store.claim(any(), any())).willReturn(new ClaimResult.Granted("t"));
		given(store.abandon(any(), any())).willReturn(true);
		this.contextRunner.withBean(IdempotencyStore.class, () -> store).run((context) -> {
			Idempotency idempotency = context.getBean(Idempotency.class);
			((Admission.Run) idempotency.admit(new Operation("ended", "f", "c"))).claim().release();
			idempotency.admit(new Operation("running", "f", "c"));
			context.getSourceApplicationContext().close();
		});
		then(store).should().abandon("running", "t");
		then(store).should().release("ended", "t");
		assertThat(output).contains("1 operations with an idempotency key had not ended", "Records: [running]");
	}

	/** The server ends its threads after that, wherever they are. */
	@Test
	void whatFailsWhileTheServiceStopsFreesNoKey() {
		IdempotencyStore store = mock(IdempotencyStore.class);
		given(store.claim(any(), any())).willReturn(new ClaimResult.Granted("t"));
		given(store.abandon(any(), any())).willReturn(true);
		given(store.complete(any(), any(), any())).willReturn(true);
		this.contextRunner.withBean(IdempotencyStore.class, () -> store).run((context) -> {
			Idempotency idempotency = context.getBean(Idempotency.class);
			OpenClaim failing = ((Admission.Run) idempotency.admit(new Operation("failing", "f", "c"))).claim();
			OpenClaim ending = ((Admission.Run) idempotency.admit(new Operation("ending", "f", "c"))).claim();
			context.getBean(ClaimsAtShutdown.class).stop();
			failing.release();
			ending.completeWithoutAnswer();
			assertThat(failing.isSettled()).isTrue();
		});
		then(store).should(never()).release(any(), any());
		then(store).should().complete("ending", "t", new Outcome.NotReplayable());
	}

	private static FeatureState state(ApplicationContext context) {
		return context.getBeansOfType(FeatureStatus.class)
			.values()
			.stream()
			.filter((status) -> status.feature().equals("idempotency-endpoint"))
			.findFirst()
			.orElseThrow()
			.state();
	}

	@Endpoint(id = "idempotency")
	static class OwnEndpoint {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "idempotency");
		}

	}

}
