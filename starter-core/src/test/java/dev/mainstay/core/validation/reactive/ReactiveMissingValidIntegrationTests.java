package dev.mainstay.core.validation.reactive;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.validation.AbstractMissingValidIntegrationTests;
import dev.mainstay.core.validation.Forgetful;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveMissingValidIntegrationTests extends AbstractMissingValidIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { Forgetful.Controller.class, ReactiveController.class };
	}

	@ParameterizedTest
	@ValueSource(strings = { "/mono", "/flux" })
	void aPublisherOfBodiesIsLookedAt(String path) {
		assertThat(enforcing().post(path, INVALID).status()).isEqualTo(400);
		assertThat(enforcing().post(path, "{\"customer\":\"c\"}").body()).isEqualTo("created");
		assertThat(reporting().post(path, INVALID).body()).isEqualTo("created");
	}

	@Test
	void saysWhatItDoesNotLookAt() {
		assertThat(enforcing().context().getBeansOfType(FeatureStatus.class).values())
			.filteredOn((status) -> status.feature().equals("validation"))
			.singleElement()
			.satisfies((status) -> assertThat(status.reason()).contains("parameters"));
	}

	@RestController
	static class ReactiveController {

		@PostMapping("/mono")
		Mono<String> mono(@RequestBody Mono<Forgetful.Order> order) {
			return order.thenReturn("created");
		}

		@PostMapping("/flux")
		Mono<String> flux(@RequestBody Flux<Forgetful.Order> orders) {
			return orders.then(Mono.just("created"));
		}

	}

}
