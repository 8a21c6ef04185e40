package dev.mainstay.tests.dayone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class OtherController {

	@GetMapping("/text")
	String text() {
		return "plain";
	}

	@GetMapping(path = "/page", produces = MediaType.TEXT_HTML_VALUE)
	String page() {
		return "<!doctype html><title>Page</title><p onclick=\"alert(1)\">Hello</p>";
	}

	@GetMapping("/download")
	ResponseEntity<byte[]> download() {
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=report.csv")
			.contentType(MediaType.parseMediaType("text/csv"))
			.body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/redirect")
	ResponseEntity<Void> redirect() {
		return ResponseEntity.status(302).header("Location", "/text").build();
	}

	@GetMapping("/cached")
	ResponseEntity<Map<String, String>> cached() {
		return ResponseEntity.ok()
			.header("Cache-Control", "max-age=60")
			.header("X-Content-Type-Options", "nosniff")
			.header("Referrer-Policy", "origin")
			.body(Map.of("cached", "yes"));
	}

	@GetMapping("/async-failing")
	CompletableFuture<String> asyncFailing() {
		return CompletableFuture.failedFuture(new IllegalStateException("not for the caller"));
	}

	@GetMapping("/late")
	DeferredResult<String> late() {
		return new DeferredResult<>(200L);
	}

	@GetMapping("/events")
	SseEmitter events() throws IOException {
		SseEmitter emitter = new SseEmitter();
		emitter.send("one");
		emitter.complete();
		return emitter;
	}

	@GetMapping("/stream")
	StreamingResponseBody stream() {
		return (output) -> output.write("streamed".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/failing")
	String fail() {
		throw new IllegalStateException("not for the caller");
	}

	@GetMapping("/refused")
	void refuse(HttpServletResponse response) throws IOException {
		response.sendError(403, "members only");
	}

	@PostMapping("/form")
	Map<String, String> form(@RequestParam String name) {
		return Map.of("name", name);
	}

}
