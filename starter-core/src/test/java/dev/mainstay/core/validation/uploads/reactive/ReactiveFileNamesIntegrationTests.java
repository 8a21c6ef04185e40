package dev.mainstay.core.validation.uploads.reactive;

import dev.mainstay.core.validation.uploads.AbstractFileNamesIntegrationTests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

class ReactiveFileNamesIntegrationTests extends AbstractFileNamesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected Class<?> controller() {
		return Controller.class;
	}

	@RestController
	static class Controller {

		@PostMapping("/files")
		Mono<String> take(@RequestPart Flux<Part> file) {
			return file.flatMap(Part::delete).then(Mono.just("taken"));
		}

	}

}
