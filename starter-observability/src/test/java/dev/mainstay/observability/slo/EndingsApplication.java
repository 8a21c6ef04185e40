package dev.mainstay.observability.slo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An application in which requests end well and badly.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(EndingsApplication.Endings.class)
public class EndingsApplication {

	@RestController
	static class Endings {

		@GetMapping("/ok/{id}")
		String ok(@PathVariable String id) {
			return "ok";
		}

		@GetMapping("/throws")
		String fail() {
			throw new IllegalStateException("in the handler");
		}

		@GetMapping("/send-error")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(503);
		}

		@GetMapping("/forward")
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			request.getRequestDispatcher("/ok/forwarded").forward(request, response);
		}

		@GetMapping("/fails-after-commit")
		void failsAfterCommit(HttpServletResponse response) throws IOException {
			response.getWriter().write("begun");
			response.flushBuffer();
			throw new IllegalStateException("after the commit");
		}

		@GetMapping("/big")
		void big(HttpServletResponse response) throws IOException {
			byte[] block = new byte[1000];
			Arrays.fill(block, (byte) 'x');
			for (int i = 0; i < 20_000; i++) {
				response.getOutputStream().write(block);
			}
		}

		@GetMapping("/timeout")
		DeferredResult<String> timeout() {
			return new DeferredResult<>(50L);
		}

		@GetMapping("/fallback")
		DeferredResult<String> fallback() {
			return new DeferredResult<>(50L, "nothing new");
		}

		@GetMapping("/slow")
		CompletableFuture<String> slow() {
			return later(400, () -> "slow");
		}

		@GetMapping("/late-failure")
		CompletableFuture<String> lateFailure() {
			return later(20, () -> {
				throw new IllegalStateException("late");
			});
		}

		@GetMapping("/sse")
		SseEmitter sse() {
			SseEmitter emitter = new SseEmitter();
			later(20, () -> send(emitter)).thenRun(emitter::complete);
			return emitter;
		}

		@GetMapping("/sse-fails")
		SseEmitter sseFails() {
			SseEmitter emitter = new SseEmitter();
			later(20, () -> send(emitter))
				.thenRun(() -> emitter.completeWithError(new IllegalStateException("in the stream")));
			return emitter;
		}

		private static String send(SseEmitter emitter) {
			try {
				emitter.send("event");
				return "sent";
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static <T> CompletableFuture<T> later(long millis, Supplier<T> supplier) {
			return CompletableFuture.supplyAsync(supplier,
					CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
		}

	}

}
