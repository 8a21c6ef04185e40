package dev.mainstay.test;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class HardeningSheetTests {

	@Test
	void aSheetThatIsGoodEnoughLetsTheClassPass() {
		assertThat(run(GoodEnough.class)).isEmpty();
	}

	@Test
	void aFindingOfTheSeverityFailsTheClassAndSaysWhere() {
		assertThat(run(TooSevere.class)).contains("high OWN-01 Nothing is found", "found it (some.yml - 3:1)",
				"target/hardening/" + TooSevere.class.getName() + ".md");
	}

	@Test
	void whatIsNotKnownIsNoPass() {
		assertThat(run(NotKnown.class)).contains("high OWN-01 Nothing is found",
				"not known: the check failed: IllegalStateException");
	}

	@Test
	void aScoreBelowTheMinimumFailsTheClass() {
		assertThat(run(TooLow.class)).contains("and 101 are wanted").doesNotContain("OWN-01");
	}

	@Test
	void anApplicationWithoutASheetIsTold() {
		assertThat(run(SwitchedOff.class)).contains("The application has no hardening sheet",
				"mainstay.hardening.enabled");
	}

	@Test
	void theFilesAreWrittenWhetherTheClassPassesOrNot() throws Exception {
		run(TooSevere.class);
		Path markdown = Path.of("target/hardening", TooSevere.class.getName() + ".md");
		assertThat(Files.readString(markdown)).contains("## OWN-01 Nothing is found");
		assertThat(Files.readString(markdown.resolveSibling(TooSevere.class.getName() + ".sarif")))
			.contains("\"ruleId\" : \"OWN-01\"", "\"version\" : \"2.1.0\"");
	}

	/** The messages of what failed. */
	private static String run(Class<?> testClass) {
		StringBuilder failures = new StringBuilder();
		Launcher launcher = LauncherFactory.create();
		launcher.execute(
				LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(testClass)).build(),
				new TestExecutionListener() {

					@Override
					public void executionFinished(TestIdentifier test, TestExecutionResult result) {
						result.getThrowable().ifPresent((ex) -> failures.append(ex.getMessage()));
					}

				});
		return failures.toString();
	}

	@SpringBootTest(classes = Application.class)
	abstract static class AbstractApplicationTest {

		@Test
		void works() {
		}

	}

	@HardeningSheet(failOn = Severity.BLOCKER)
	static class GoodEnough extends AbstractApplicationTest {

	}

	@HardeningSheet(failOn = Severity.HIGH)
	static class TooSevere extends AbstractApplicationTest {

	}

	@HardeningSheet(failOn = Severity.HIGH)
	@SpringBootTest(classes = Application.class, properties = "own.check.throws=true")
	static class NotKnown extends AbstractApplicationTest {

	}

	@HardeningSheet(minimumScore = 101, failOn = Severity.BLOCKER)
	static class TooLow extends AbstractApplicationTest {

	}

	@HardeningSheet
	@SpringBootTest(classes = Application.class, properties = "mainstay.hardening.enabled=false")
	static class SwitchedOff extends AbstractApplicationTest {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		HardeningCheck ownCheck() {
			return new OwnCheck();
		}

	}

	static class OwnCheck implements HardeningCheck {

		@Override
		public CheckDescription description() {
			return CheckDescription.of("OWN-01", Group.DATA, Severity.HIGH)
				.title("Nothing is found")
				.why("a reason")
				.source("a source")
				.decides("a way")
				.fix("a fix");
		}

		@Override
		public Verdict look(InspectedApplication application) {
			if (application.isTrue("own.check.throws", false)) {
				throw new IllegalStateException("expected by the test");
			}
			return Verdict.fail(new Finding("found it", "some.yml - 3:1"));
		}

	}

}
