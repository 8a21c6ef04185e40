package dev.mainstay.core.hardening.load;

import com.example.shop.AsyncWork.OneJob;
import com.example.shop.AsyncWork.OtherJob;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;

class SharedSchedulerCheckTests {

	private static final String PROPERTY = "spring.task.scheduling.pool.size";

	private final SharedSchedulerCheck check = new SharedSchedulerCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
		.withUserConfiguration(Scheduled.class)
		.withBean(OneJob.class);

	private final ApplicationContextRunner two = this.runner.withBean(OtherJob.class);

	@Test
	void oneThreadForTwoIsFound() {
		this.two.run((context) -> assertThatLooking(this.check, context)
			.fails("2 scheduled methods share one thread: " + PROPERTY + " is not set"));
	}

	@Test
	void poolThatIsSetToOneIsFoundWithItsPlace() {
		this.two.withPropertyValues(PROPERTY + "=1")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=1").at("test"));
	}

	@Test
	void largerPoolPasses() {
		this.two.withPropertyValues(PROPERTY + "=4").run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void schedulerThatStartsAThreadForEachPasses() {
		this.two.withBean("taskScheduler", SimpleAsyncTaskScheduler.class, SimpleAsyncTaskScheduler::new)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatTheApplicationChoosesItselfIsUnknown() {
		this.two.withBean(SchedulingConfigurer.class, () -> (registrar) -> {
		}).run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void whatObservesTheMethodsChoosesNoScheduler() {
		this.two.withConfiguration(AutoConfigurations.of(ScheduledTasksObservationAutoConfiguration.class))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> {
				assertThat(context).hasSingleBean(SchedulingConfigurer.class);
				assertThatLooking(this.check, context).fails("2 scheduled methods share one thread");
			});
	}

	@Test
	void oneMethodSharesNothing() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduled {

	}

}
