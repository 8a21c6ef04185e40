package dev.mainstay.core.mode.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartBlockTests {

	private final GenericApplicationContext context = new GenericApplicationContext();

	@Test
	void namesFeaturesByTheirStateAndRulesByTheirRung() {
		Ladder ladder = new Ladder(Mode.REPORT);
		ladder.rule("validation.missing-valid", null);
		Features features = new Features(
				Map.of("problem", "mainstay.problem.enabled", "logging", "mainstay.logging.enabled"),
				List.of(FeatureStatus.on("problem"), FeatureStatus.backedOff("logging", "logback-spring.xml")),
				(property) -> false);
		assertThat(new StartBlock(this.context, features, ladder).text()).isEqualTo("""
				Mainstay is in mode report
				  1 on: problem
				  1 backed off: logging (logback-spring.xml)
				  1 in report (see /actuator/mainstay before enforcing): validation.missing-valid""");
	}

	@Test
	void speaksOnceForItsOwnContext(CapturedOutput output) {
		StartBlock block = new StartBlock(this.context, new Features(Map.of(), List.of(), (property) -> false),
				new Ladder(Mode.ENFORCE));
		block.onApplicationEvent(ready(this.context));
		block.onApplicationEvent(ready(new GenericApplicationContext(this.context)));
		assertThat(output.toString().split("Mainstay is in mode enforce", -1)).hasSize(2);
	}

	/** In an AOT-processed application it is there whatever the properties say. */
	@Test
	void saysNothingWhenMainstayIsSwitchedOff(CapturedOutput output) {
		this.context.setEnvironment(new MockEnvironment().withProperty("mainstay.enabled", "false"));
		new StartBlock(this.context, new Features(Map.of(), List.of(), (property) -> false), new Ladder(Mode.ENFORCE))
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
		new StartBlock(this.context, features, new Ladder(Mode.REPORT)).onApplicationEvent(ready(this.context));
		assertThat(output).contains("1 on: problem (its status failed with java.lang.IllegalStateException)");
	}

	private static ApplicationReadyEvent ready(ConfigurableApplicationContext context) {
		return new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO);
	}

}
