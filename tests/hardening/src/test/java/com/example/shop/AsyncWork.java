package com.example.shop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Work that is done later, or elsewhere.
 */
public final class AsyncWork {

	private AsyncWork() {
	}

	public static class Mails {

		@Async
		public void send() {
		}

	}

	public static class Reports {

		@Async("reports")
		public void write() {
		}

	}

	@RestController
	public static class Slow {

		@GetMapping("/slow")
		Callable<String> slow() {
			return () -> "done";
		}

	}

	@RestController
	public static class Promised {

		@GetMapping("/promised")
		CompletableFuture<String> promised() {
			return CompletableFuture.completedFuture("done");
		}

	}

	public static class OneJob {

		@Scheduled(initialDelay = 100000, fixedDelay = 100000)
		public void one() {
		}

	}

	public static class OtherJob {

		@Scheduled(initialDelay = 100000, fixedDelay = 100000)
		public void other() {
		}

	}

}
