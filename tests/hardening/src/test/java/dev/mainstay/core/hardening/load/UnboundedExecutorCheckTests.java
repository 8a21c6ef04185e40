package dev.mainstay.core.hardening.load;

import java.util.concurrent.Executor;

import com.example.shop.AsyncWork.Mails;
import com.example.shop.AsyncWork.Promised;
import com.example.shop.AsyncWork.Reports;
import com.example.shop.AsyncWork.Slow;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class UnboundedExecutorCheckTests {

	private static final String BOUND = "spring.task.execution.pool.queue-capacity=100";

	private final UnboundedExecutorCheck check = new UnboundedExecutorCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withUserConfiguration(Asynchronous.class);

	@Test
	void queueOfBootIsFoundWhereAMethodUsesIt() {
		this.runner.withBean(Mails.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("the executor taskExecutor has a queue without an end, used by Mails#send"));
	}

	@Test
	void queueOfBootIsFoundWhereAHandlerUsesIt() {
		this.runner.withBean(Slow.class)
			.run((context) -> assertThatLooking(this.check, context).fails("used by Slow#slow"));
	}

	@Test
	void executorOfTheApplicationIsFoundByItsName() {
		this.runner.withBean("reports", SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new)
			.withBean("others", ThreadPoolTaskExecutor.class, UnboundedExecutorCheckTests::bounded)
			.withBean(Reports.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("the executor reports starts any number of threads, used by Reports#write"));
	}

	@Test
	void virtualThreadsWithoutANumberAreFound() {
		this.runner.withBean("taskExecutor", SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new)
			.withBean(Mails.class)
			.run((context) -> assertThatLooking(this.check, context).fails("any number of threads"));
	}

	@Test
	void queueWithAnEndPasses() {
		this.runner.withPropertyValues(BOUND)
			.withBean(Mails.class)
			.withBean(Slow.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void executorThatNobodyUsesPasses() {
		this.runner.withBean("reports", ThreadPoolTaskExecutor.class, UnboundedExecutorCheckTests::bounded)
			.withBean("idle", SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new)
			.withBean(Reports.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatTheApplicationChoosesItselfIsUnknown() {
		this.runner.withUserConfiguration(Choosing.class)
			.withBean(Mails.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void promisesAndQueuesThatNobodyFillsAreNothingToCheck() {
		this.runner.withBean(Promised.class).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static ThreadPoolTaskExecutor bounded() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setQueueCapacity(50);
		return executor;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Asynchronous {

	}

	@Configuration(proxyBeanMethods = false)
	static class Choosing implements AsyncConfigurer {

		@Override
		public Executor getAsyncExecutor() {
			return Runnable::run;
		}

	}

}
