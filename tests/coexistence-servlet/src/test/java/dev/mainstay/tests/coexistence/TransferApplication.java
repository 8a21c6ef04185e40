package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * An application that answers later, piece by piece, or with files, and takes forms and
 * uploads.
 */
@SpringBootApplication(scanBasePackages = "none")
@Import({ TransferApplication.Later.class, TransferApplication.Streams.class, TransferApplication.Files.class })
class TransferApplication {

	static final List<String> SETTINGS = List.of("--server.compression.enabled=true",
			"--server.compression.min-response-size=100");

	@RestController
	static class Later {

		@GetMapping("/deferred")
		DeferredResult<Map<String, String>> deferred() {
			DeferredResult<Map<String, String>> result = new DeferredResult<>();
			CompletableFuture.runAsync(() -> result.setResult(Map.of("answer", "deferred")));
			return result;
		}

		@GetMapping("/late")
		DeferredResult<String> late() {
			return new DeferredResult<>(50L, () -> ResponseEntity.status(202).body("not yet"));
		}

		@GetMapping("/never")
		DeferredResult<String> never() {
			return new DeferredResult<>(50L);
		}

		@GetMapping("/future")
		CompletableFuture<String> future() {
			return CompletableFuture.supplyAsync(() -> "future");
		}

		@GetMapping("/failed-future")
		CompletableFuture<String> failedFuture() {
			return CompletableFuture.failedFuture(new IllegalStateException("Failed as told"));
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> "callable";
		}

	}

	@RestController
	static class Streams {

		/**
		 * Spring ignores a flush: what is sent is what does not fit in the server's
		 * buffer.
		 */
		private static final String MORE_THAN_A_BUFFER = " ".repeat(20_000);

		private final Semaphore seen = new Semaphore(0);

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		SseEmitter events() {
			SseEmitter emitter = new SseEmitter();
			CompletableFuture.runAsync(() -> send(emitter));
			return emitter;
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (output) -> {
				output.write("first\n".getBytes(StandardCharsets.UTF_8));
				output.write(MORE_THAN_A_BUFFER.getBytes(StandardCharsets.UTF_8));
				awaitSeen();
				output.write("second\n".getBytes(StandardCharsets.UTF_8));
			};
		}

		/** What comes next waits until a client says that it has what came first. */
		@PostMapping("/seen")
		void seen() {
			this.seen.release();
		}

		private void send(SseEmitter emitter) {
			try {
				emitter.send("first");
				awaitSeen();
				emitter.send("second");
				emitter.complete();
			}
			catch (IOException ex) {
				emitter.completeWithError(ex);
			}
		}

		private void awaitSeen() throws IOException {
			try {
				if (!this.seen.tryAcquire(15, TimeUnit.SECONDS)) {
					throw new IOException("Nobody has seen the first piece");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	@RestController
	static class Files {

		private static final Resource FILE = new ByteArrayResource(
				"0123456789".repeat(20).getBytes(StandardCharsets.UTF_8));

		@GetMapping(path = "/file", produces = "application/octet-stream")
		ResponseEntity<Resource> file() {
			return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.bin\"")
				.eTag("figures")
				.body(FILE);
		}

		@GetMapping(path = "/long-text", produces = "text/plain")
		String longText() {
			return "0123456789".repeat(50);
		}

		@PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
		String upload(@RequestPart MultipartFile file, @RequestParam String note) throws IOException {
			return file.getOriginalFilename() + " " + new String(file.getBytes(), StandardCharsets.UTF_8) + " " + note;
		}

		@PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		String form(@RequestParam String name, HttpServletRequest request) {
			return name + " " + request.getParameterMap().keySet();
		}

		@PostMapping(path = "/raw-form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		String rawForm(@RequestBody String body) {
			return body;
		}

	}

}
