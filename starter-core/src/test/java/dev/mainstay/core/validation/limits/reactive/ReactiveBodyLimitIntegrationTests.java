package dev.mainstay.core.validation.limits.reactive;

import java.util.Map;

import dev.mainstay.core.validation.limits.AbstractBodyLimitIntegrationTests;
import dev.mainstay.core.validation.limits.Upload;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveBodyLimitIntegrationTests extends AbstractBodyLimitIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { Controller.class };
	}

	@Test
	void aMultipartFormIsMeasuredWhereAHandlerTakesItAsItIs() {
		String type = "Content-Type: multipart/form-data; boundary=b";
		assertThat(Upload.chunked(port(reporting()), "/raw", 65536, type).answer()).startsWith("HTTP/1.1 200");
		assertThat(Upload.chunked(port(reporting()), "/raw", 65537, type).answer()).startsWith("HTTP/1.1 413");
		assertThat(Upload.declared(port(reporting()), "/raw", 65537, type).answer()).startsWith("HTTP/1.1 413");
	}

	@Test
	void aMultipartFormThatIsTakenApartKeepsTheLimitsOfSpringBoot() {
		String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
				+ "a".repeat(200_000) + "\r\n--b--\r\n";
		for (String path : new String[] { "/part", "/events" }) {
			assertThat(reporting().post(path, form, "Content-Type", "multipart/form-data; boundary=b").body()).as(path)
				.isEqualTo("read 200000");
		}
	}

	@RestController
	static class Controller {

		@PostMapping({ "/raw", "/imports/{name}" })
		Mono<String> raw(@RequestBody Flux<DataBuffer> body) {
			return body.map((buffer) -> {
				int read = buffer.readableByteCount();
				DataBufferUtils.release(buffer);
				READ.addAndGet(read);
				return read;
			}).reduce(0, Integer::sum).map((all) -> "read " + all);
		}

		@PostMapping("/part")
		Mono<String> part(@RequestPart Mono<FilePart> file) {
			return file.flatMapMany(FilePart::content)
				.map(this::length)
				.reduce(0, Integer::sum)
				.map((all) -> "read " + all);
		}

		@PostMapping("/events")
		Mono<String> events(@RequestBody Flux<PartEvent> events) {
			return events.map((event) -> length(event.content())).reduce(0, Integer::sum).map((all) -> "read " + all);
		}

		private int length(DataBuffer buffer) {
			int read = buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			return read;
		}

		@PostMapping("/json")
		String json(@RequestBody Map<String, Object> body) {
			return "read";
		}

		@PostMapping("/text")
		String text(@RequestBody String body) {
			return "read";
		}

		@PostMapping("/mono")
		Mono<String> mono(@RequestBody Mono<Map<String, Object>> body) {
			return body.thenReturn("read");
		}

		@PostMapping("/unread")
		String unread() {
			return "not read";
		}

		@GetMapping("/nobody")
		String nobody() {
			return "nothing";
		}

	}

}
