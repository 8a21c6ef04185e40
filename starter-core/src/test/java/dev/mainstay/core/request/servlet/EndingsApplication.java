package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.ResponseCommitListener;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * An application in which requests end in every way.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EndingsApplication {

	@Bean
	Ledger ledger() {
		return new Ledger();
	}

	@Bean
	ResponseCommitListener commitListener() {
		return (head) -> head.setHeader("X-Commit", head.status() + " " + head.header("Content-Type"));
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route().GET("/functional/{id}", (request) -> ServerResponse.ok().body("f")).build();
	}

	@Bean
	FilterRegistrationBean<Filter> failingFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			String path = ((HttpServletRequest) request).getRequestURI();
			if (path.equals("/filter-before")) {
				throw new IllegalStateException("before the chain");
			}
			chain.doFilter(request, response);
			if (path.equals("/filter-after")) {
				throw new ServletException(new IllegalStateException("after the chain"));
			}
		});
		registration.addUrlPatterns("/filter-before", "/filter-after");
		return registration;
	}

	/**
	 * The ways.
	 */
	@RestController
	static class Endings {

		@GetMapping("/ok/{id}")
		String ok(@PathVariable String id) {
			return "ok " + MDC.get("requestId");
		}

		@PostMapping("/echo")
		byte[] echo(@RequestBody byte[] body) {
			return body;
		}

		@GetMapping("/throws/{id}")
		String fail(@PathVariable String id) {
			throw new IllegalStateException("in the handler");
		}

		@GetMapping("/own-io")
		String ownIo() throws IOException {
			throw new IOException("the disk is full");
		}

		@GetMapping("/send-error")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(418);
		}

		@GetMapping("/filter-after")
		void filterAfter(HttpServletResponse response) throws IOException {
			response.getWriter().print("hello");
		}

		@GetMapping("/redirect")
		void redirect(HttpServletResponse response) throws IOException {
			response.sendRedirect("/ok/1");
		}

		@GetMapping("/forward")
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			request.getRequestDispatcher("/ok/forwarded").forward(request, response);
		}

		@GetMapping("/reset")
		void reset(HttpServletResponse response) throws IOException {
			response.getWriter().print("x".repeat(4000));
			response.reset();
			response.setStatus(202);
			response.getWriter().print("again");
		}

		@GetMapping("/writer")
		void writer(HttpServletResponse response) throws IOException {
			response.setContentType("text/plain;charset=UTF-8");
			response.getWriter().print("\u20ac".repeat(4000));
			response.setHeader("X-Late", "too late?");
		}

		@GetMapping("/big")
		void big(HttpServletResponse response) throws IOException {
			byte[] block = new byte[1000];
			Arrays.fill(block, (byte) 'x');
			for (int i = 0; i < 20_000; i++) {
				response.getOutputStream().write(block);
			}
		}

		@GetMapping("/fails-after-commit")
		void failsAfterCommit(HttpServletResponse response) throws IOException {
			response.getWriter().write("begun");
			response.flushBuffer();
			throw new IllegalStateException("after the commit");
		}

		@GetMapping("/deferred-timeout")
		DeferredResult<String> deferredTimeout() {
			return new DeferredResult<>(50L);
		}

		@GetMapping("/deferred-fallback")
		DeferredResult<String> deferredFallback() {
			return new DeferredResult<>(50L, "nothing new");
		}

		@GetMapping("/callable-timeout")
		WebAsyncTask<String> callableTimeout() {
			// Deaf to interruption: one that answers it may be faster than the time-out.
			Callable<String> callable = () -> {
				long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
				while (end - System.nanoTime() > 0) {
					Thread.interrupted();
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
				}
				return "too late";
			};
			return new WebAsyncTask<>(50L, callable);
		}

		@GetMapping("/future")
		CompletableFuture<String> future() {
			return later(() -> "future " + MDC.get("requestId"));
		}

		@GetMapping("/late-failure")
		CompletableFuture<String> lateFailure() {
			return later(() -> {
				throw new IllegalStateException("late");
			});
		}

		private static <T> CompletableFuture<T> later(java.util.function.Supplier<T> supplier) {
			return CompletableFuture.supplyAsync(supplier,
					CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
		}

		@GetMapping("/sse")
		SseEmitter sse() {
			SseEmitter emitter = new SseEmitter();
			later(() -> send(emitter, 3)).thenRun(emitter::complete);
			return emitter;
		}

		@GetMapping("/sse-fails")
		SseEmitter sseFails() {
			SseEmitter emitter = new SseEmitter();
			later(() -> send(emitter, 1))
				.thenRun(() -> emitter.completeWithError(new IllegalStateException("in the stream")));
			return emitter;
		}

		@GetMapping("/sse-endless")
		SseEmitter sseEndless() {
			SseEmitter emitter = new SseEmitter(30_000L);
			later(() -> send(emitter, 100_000)).whenComplete((result, ex) -> emitter.complete());
			return emitter;
		}

		private static Void send(SseEmitter emitter, int events) {
			try {
				for (int i = 0; i < events; i++) {
					emitter.send("x".repeat(500));
				}
				return null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@GetMapping("/streaming")
		StreamingResponseBody streaming() {
			return (out) -> out.write(("streamed " + CurrentRequestId.get()).getBytes());
		}

		@GetMapping("/raw-async")
		void rawAsync(HttpServletRequest request) {
			AsyncContext async = request.startAsync();
			async.start(() -> {
				try {
					async.getResponse().getWriter().write("raw");
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				async.complete();
			});
		}

		@GetMapping("/raw-timeout")
		void rawTimeout(HttpServletRequest request) {
			request.startAsync().setTimeout(50);
		}

	}

}
