package dev.mainstay.observability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Work in the background that fails, on executors of the application's own.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@EnableScheduling
@Import({ FailingBackgroundApplication.Controller.class, FailingBackgroundApplication.Invoice.class,
		FailingBackgroundApplication.Report.class, FailingBackgroundApplication.Told.class })
public class FailingBackgroundApplication {

	@Bean
	ThreadPoolTaskExecutor mail() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(1);
		executor.setMaxPoolSize(1);
		executor.setQueueCapacity(1);
		return executor;
	}

	@Bean
	SimpleAsyncTaskExecutor simple() {
		return new SimpleAsyncTaskExecutor("simple-");
	}

	@Bean
	ExecutorService pool() {
		return Executors.newFixedThreadPool(1);
	}

	@Bean
	ExecutorService single() {
		return Executors.newSingleThreadExecutor();
	}

	@Bean
	@ConditionalOnProperty("test.own-error-handler")
	ThreadPoolTaskSchedulerCustomizer ownErrorHandler() {
		return (scheduler) -> scheduler
			.setErrorHandler((failure) -> org.slf4j.LoggerFactory.getLogger("own").error("Own line", failure));
	}

	/** What was told. */
	public static class Told implements FailureListener {

		private final List<String> failures = new CopyOnWriteArrayList<>();

		@Override
		public void onFailure(Throwable failure, @Nullable RequestExchange exchange) {
			this.failures.add(String.valueOf(failure.getMessage()));
		}

		public List<String> failures() {
			return this.failures;
		}

	}

	@RestController
	static class Controller {

		private final Invoice invoice;

		private final ThreadPoolTaskExecutor mail;

		private final SimpleAsyncTaskExecutor simple;

		private final ExecutorService pool;

		private final ExecutorService single;

		Controller(Invoice invoice, ThreadPoolTaskExecutor mail, SimpleAsyncTaskExecutor simple, ExecutorService pool,
				ExecutorService single) {
			this.invoice = invoice;
			this.mail = mail;
			this.simple = simple;
			this.pool = pool;
			this.single = single;
		}

		@GetMapping("/fail")
		String fail() {
			this.invoice.send();
			this.simple.execute(() -> fail("simple"));
			this.pool.execute(() -> fail("pool"));
			this.single.execute(() -> fail("single"));
			this.pool.submit(() -> fail("asked"));
			return "ok";
		}

		@GetMapping("/mail")
		String mail() {
			this.mail.execute(() -> fail("mail"));
			return "ok";
		}

		private static void fail(String where) {
			throw new IllegalStateException("failed on " + where);
		}

	}

	static class Invoice {

		@Async("mail")
		public void send() {
			throw new IllegalStateException("failed on async");
		}

	}

	static class Report {

		@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
		public void write() {
			throw new IllegalStateException("failed on schedule");
		}

		@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
		public void count() {
			// Ends well.
		}

	}

}
