package dev.mainstay.core.validation.reactive;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.validation.AbstractMissingValidIntegrationTests;
import dev.mainstay.core.validation.Forgetful;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
	void aFormWithoutAnAnnotationIsLookedAt() {
		Answer answer = enforcing().get("/form?name=");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").toString()).contains("\"parameter\":\"name\"", "not-blank");
		assertThat(enforcing().post("/form", "name=", "Content-Type", "application/x-www-form-urlencoded").status())
			.isEqualTo(400);
		assertThat(enforcing().get("/form?name=n").body()).isEqualTo("n");
		assertThat(enforcing().get("/form-errors?name=").body()).isEqualTo("handled 0");
		assertThat(enforcing().get("/form-annotated?name=").body()).isEmpty();
		assertThat(reporting().get("/form?name=").status()).isEqualTo(200);
	}

	@Test
	void saysWhatItDoesNotLookAt() {
		assertThat(enforcing().context().getBeansOfType(FeatureStatus.class).values())
			.filteredOn((status) -> status.feature().equals("validation"))
			.anySatisfy((status) -> assertThat(status.reason()).contains("@ModelAttribute"));
	}

	@RestController
	static class ReactiveController {

		@PostMapping("/mono")
		Mono<String> mono(@RequestBody Mono<Forgetful.Order> order) {
			return order.thenReturn("created");
		}

		@RequestMapping("/form")
		String form(Forgetful.Form form) {
			return form.getName();
		}

		@GetMapping("/form-errors")
		String errors(Forgetful.Form form, BindingResult errors) {
			return "handled " + errors.getErrorCount();
		}

		@GetMapping("/form-annotated")
		String annotated(@ModelAttribute Forgetful.Form form) {
			return form.getName();
		}

		@PostMapping("/flux")
		Mono<String> flux(@RequestBody Flux<Forgetful.Order> orders) {
			return orders.then(Mono.just("created"));
		}

	}

}
