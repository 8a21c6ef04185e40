package dev.mainstay.resilience.deadline.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.retry.InboundAttempt;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that tells how much time it sees, from wherever it works.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@Import({ WaitingApplication.Work.class, WaitingApplication.Waiting.class })
class WaitingApplication {

	/** The time in whole milliseconds, the attempt and the kind of thread. */
	static String seen() {
		Deadline deadline = Deadline.current();
		String left = (deadline != null) ? String.valueOf(deadline.remaining().toMillis()) : "none";
		return left + " " + InboundAttempt.number() + " " + kind(Thread.currentThread());
	}

	/** Virtual ones have this class, on a JDK that has them. */
	private static String kind(Thread thread) {
		return thread.getClass().getName().equals("java.lang.VirtualThread") ? "virtual" : "platform";
	}

	static class Work {

		@Async
		CompletableFuture<String> later() {
			return CompletableFuture.completedFuture(seen());
		}

	}

	@RestController
	static class Waiting {

		final AtomicInteger handled = new AtomicInteger();

		private final Work work;

		private final AsyncTaskExecutor executor;

		Waiting(Work work, AsyncTaskExecutor executor) {
			this.work = work;
			this.executor = executor;
		}

		@GetMapping("/seen")
		String see() {
			this.handled.incrementAndGet();
			return seen();
		}

		@GetMapping("/async")
		CompletableFuture<String> async() {
			return this.work.later();
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return WaitingApplication::seen;
		}

		@GetMapping("/executor")
		String executor() throws Exception {
			return this.executor.submit(WaitingApplication::seen).get();
		}

		@GetMapping("/own-thread")
		String ownThread() throws Exception {
			CompletableFuture<String> result = new CompletableFuture<>();
			new Thread(() -> result.complete(seen())).start();
			return result.get();
		}

		/** The second dispatch is made by a thread that knows nothing of the request. */
		@GetMapping("/dispatched")
		void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
			if (request.getDispatcherType() == DispatcherType.ASYNC) {
				response.getWriter().write(seen());
				return;
			}
			AsyncContext context = request.startAsync();
			new Thread(context::dispatch).start();
		}

		@GetMapping("/plain-failure")
		String fail() throws IOException {
			throw new DeadlineExceededException("no time");
		}

		@GetMapping("/wrapped-failure")
		Map<String, String> failWrapped() {
			throw new UncheckedIOException(new DeadlineExceededException("no time"));
		}

	}

}
