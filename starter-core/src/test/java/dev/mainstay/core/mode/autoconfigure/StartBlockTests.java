package dev.mainstay.core.mode.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class StartBlockTests {

	private final GenericApplicationContext context = new GenericApplicationContext();

	@Test
	void namesFeaturesByTheirStateAndRulesByTheirRung() {
		Ladder ladder = new Ladder(Mode.REPORT);
		ladder.rule("validation.missing-valid", null);
		ladder.rule("http-client.breaker", Rung.ENFORCE, () -> false);
		ladder.rule("deadline.expired", Rung.OFF, () -> false);
		Features features = new Features(
				Map.of("problem", "mainstay.problem.enabled", "logging", "mainstay.logging.enabled"),
				List.of(FeatureStatus.on("problem"), FeatureStatus.backedOff("logging", "logback-spring.xml")),
				(property) -> false);
		assertThat(new StartBlock(this.context, features, ladder, List.of()).text()).isEqualTo("""
				Mainstay is in mode report
				  1 on: problem
				  1 backed off: logging (logback-spring.xml)
				  1 in report (see /actuator/mainstay before enforcing): validation.missing-valid
				  1 not applicable among the rules: http-client.breaker""");
	}

	@Test
	void speaksOnceForItsOwnContext(CapturedOutput output) {
		StartBlock block = new StartBlock(this.context, new Features(Map.of(), List.of(), (property) -> false),
				new Ladder(Mode.ENFORCE), List.of());
		block.onApplicationEvent(ready(this.context));
		block.onApplicationEvent(ready(new GenericApplicationContext(this.context)));
		assertThat(output.toString().split("Mainstay is in mode enforce", -1)).hasSize(2);
	}

	/** In an AOT-processed application it is there whatever the properties say. */
	@Test
	void saysNothingWhenMainstayIsSwitchedOff(CapturedOutput output) {
		this.context.setEnvironment(new MockEnvironment().withProperty("mainstay.enabled", "false"));
		new StartBlock(this.context, new Features(Map.of(), List.of(), (property) -> false), new Ladder(Mode.ENFORCE),
				List.of())
			.onApplicationEvent(ready(this.context));
		assertThat(output).doesNotContain("Mainstay is in mode");
	}

	@Test
	void aStatusThatThrowsDoesNotStopTheStart(CapturedOutput output) {
		FeatureStatus status = new FeatureStatus() {

			@Override
			public String feature() {
				return "problem";
			}

			@Override
			public String reason() {
				throw new IllegalStateException("expected by the test");
			}

		};
		Features features = new Features(Map.of("problem", "mainstay.problem.enabled"), List.of(status),
				(property) -> false);
		new StartBlock(this.context, features, new Ladder(Mode.REPORT), List.of())
			.onApplicationEvent(ready(this.context));
		assertThat(output).contains("1 on: problem (its status failed with java.lang.IllegalStateException)");
	}

	@Test
	void whatTakesAWhileIsWaitedForAfterTheApplicationAcceptsTraffic(CapturedOutput output) {
		CountDownLatch found = new CountDownLatch(1);
		StartBlock block = block(() -> {
			found.await();
			return List.of("found late");
		});
		block.onApplicationEvent(ready(this.context));
		block.onApplicationEvent(accepting());
		block.onApplicationEvent(accepting());
		assertThat(output).doesNotContain("Mainstay is in mode");
		found.countDown();
		await().untilAsserted(() -> assertThat(output).contains("found late"));
		block.onApplicationEvent(new ContextClosedEvent(this.context));
		assertThat(output.toString().split("Mainstay is in mode", -1)).hasSize(2);
	}

	@Test
	void anApplicationThatEndsBeforeIsToldTheRest(CapturedOutput output) {
		CountDownLatch found = new CountDownLatch(1);
		StartBlock block = block(() -> {
			found.await();
			return List.of("found late");
		});
		block.onApplicationEvent(accepting());
		block.onApplicationEvent(new ContextClosedEvent(this.context));
		assertThat(output).contains("Mainstay is in mode report").doesNotContain("found late");
		found.countDown();
	}

	@Test
	void anApplicationThatClosesWaitsForWhatIsBeingSaid(CapturedOutput output) throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		FeatureStatus slow = new FeatureStatus() {

			@Override
			public String feature() {
				asked.countDown();
				await().until(() -> answered.getCount() == 0);
				return "problem";
			}

		};
		StartBlock block = new StartBlock(this.context,
				new Features(Map.of("problem", "mainstay.problem.enabled"), List.of(slow), (property) -> false),
				new Ladder(Mode.REPORT), List.of(List::of));
		block.onApplicationEvent(accepting());
		asked.await();
		Thread closing = new Thread(() -> block.onApplicationEvent(new ContextClosedEvent(this.context)));
		closing.start();
		await().until(() -> closing.getState() == Thread.State.BLOCKED);
		answered.countDown();
		closing.join();
		assertThat(output).contains("1 on: problem");
	}

	@Test
	void aRemarkThatFailsCostsTheBlockNothingElse(CapturedOutput output) {
		block(() -> {
			throw new IllegalStateException("expected by the test");
		}).onApplicationEvent(accepting());
		await().untilAsserted(() -> assertThat(output).contains("Mainstay is in mode report", "cannot say what"));
	}

	@Test
	void aRemarkThatFailsBecauseTheApplicationHasEndedIsNotSaid(CapturedOutput output) throws Exception {
		CompletableFuture<Thread> looking = new CompletableFuture<>();
		CountDownLatch ended = new CountDownLatch(1);
		StartBlock block = block(() -> {
			looking.complete(Thread.currentThread());
			ended.await();
			throw new IllegalStateException("expected by the test");
		});
		block.onApplicationEvent(accepting());
		Thread thread = looking.get();
		block.onApplicationEvent(new ContextClosedEvent(this.context));
		ended.countDown();
		thread.join();
		assertThat(output).contains("Mainstay is in mode report").doesNotContain("cannot say what");
	}

	private StartBlock block(Callable<List<String>> remark) {
		return new StartBlock(this.context, new Features(Map.of(), List.of(), (property) -> false),
				new Ladder(Mode.REPORT), List.of(() -> {
					try {
						return remark.call();
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				}));
	}

	private AvailabilityChangeEvent<ReadinessState> accepting() {
		return new AvailabilityChangeEvent<>(this.context, ReadinessState.ACCEPTING_TRAFFIC);
	}

	private static ApplicationReadyEvent ready(ConfigurableApplicationContext context) {
		return new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO);
	}

}
