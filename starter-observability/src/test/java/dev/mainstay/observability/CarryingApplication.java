package dev.mainstay.observability;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

import dev.mainstay.observability.tracing.ContextExecutors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Hands work to every kind of thread, and calls others.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@Import({ CarryingApplication.Controller.class, CarryingApplication.Greeting.class })
public class CarryingApplication {

	@Bean
	ThreadPoolTaskExecutor mail() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(2);
		// As many do it: the executor is set up again when the bean is.
		executor.initialize();
		return executor;
	}

	@Bean
	SimpleAsyncTaskExecutor simple() {
		return new SimpleAsyncTaskExecutor("simple-");
	}

	@Bean
	ExecutorService pool() {
		return Executors.newFixedThreadPool(2);
	}

	@Bean
	ExecutorService single() {
		return Executors.newSingleThreadExecutor();
	}

	/** Where the JDK has them. */
	@Bean
	ExecutorService virtual() {
		try {
			return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		}
		catch (NoSuchMethodException ex) {
			return Executors.newSingleThreadExecutor();
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		private final Map<String, Executor> executors;

		private final Greeting greeting;

		private final RestClient restClient;

		private final WebClient webClient;

		Controller(Map<String, Executor> executors, Greeting greeting, RestClient.Builder restClient,
				WebClient.Builder webClient) {
			this.executors = executors;
			this.greeting = greeting;
			this.restClient = restClient.build();
			this.webClient = webClient.build();
		}

		@GetMapping("/carry")
		Mono<String> carry(@RequestParam(defaultValue = "1") int times) {
			for (int time = 0; time < times; time++) {
				handOver();
			}
			return Mono.just("ok").publishOn(Schedulers.parallel()).doOnNext((it) -> logger.info("On reactor"));
		}

		private void handOver() {
			this.greeting.greet();
			this.executors.forEach((name, executor) -> executor.execute(() -> logger.info("On {}", name)));
			CompletableFuture.runAsync(() -> logger.info("On common"), ContextExecutors.commonPool());
			ContextExecutors.wrap(ForkJoinPool.commonPool()).execute(() -> logger.info("On fork"));
			ContextExecutors.wrap((Executor) (task) -> new Thread(task).start())
				.execute(() -> logger.info("On thread"));
		}

		/**
		 * Not a promise, but nobody else's ids either. The pool is named because the JDK
		 * takes another where this one has a single thread.
		 */
		@GetMapping("/bare")
		String bare() {
			return CompletableFuture
				.supplyAsync(() -> "ids " + MDC.get("requestId") + MDC.get("traceId"), ForkJoinPool.commonPool())
				.join();
		}

		@GetMapping("/rest")
		String rest(@RequestParam String url) {
			return String.valueOf(this.restClient.get().uri(url).retrieve().body(String.class));
		}

		@GetMapping("/web")
		Mono<String> web(@RequestParam String url) {
			return this.webClient.get().uri(url).retrieve().bodyToMono(String.class);
		}

	}

	static class Greeting {

		private static final Logger logger = LoggerFactory.getLogger(Greeting.class);

		@Async("mail")
		public void greet() {
			logger.info("On async");
		}

	}

}
