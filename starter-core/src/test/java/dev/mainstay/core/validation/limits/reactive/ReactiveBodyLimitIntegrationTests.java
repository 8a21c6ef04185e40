package dev.mainstay.core.validation.limits.reactive;

import java.util.Map;

import dev.mainstay.core.validation.limits.AbstractBodyLimitIntegrationTests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ReactiveBodyLimitIntegrationTests extends AbstractBodyLimitIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { Controller.class };
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
