package dev.mainstay.core.request.actuate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.request.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

class ActuatorOriginsTests {

	private static final Class<?> HANDLER = WebFluxEndpointHandlerMapping.class;

	@Test
	void whileTheContextClosesARequestIsStillOneForManagement() {
		ActuatorOrigins origins = new ActuatorOrigins(() -> {
			throw new BeanCreationNotAllowedException("pathMappedEndpoints", "is being closed");
		});
		assertThat(origins.of(HANDLER, "/actuator/health")).isEqualTo(RequestOrigin.MANAGEMENT);
	}

	@Test
	void theEndpointsAreAskedForUntilTheyAreThereAndNeverAgain() {
		Deque<Supplier<@Nullable PathMappedEndpoints>> answers = new ArrayDeque<>();
		answers.add(() -> null);
		answers.add(() -> new PathMappedEndpoints("/actuator", List.of()));
		ActuatorOrigins origins = new ActuatorOrigins(() -> answers.remove().get());
		for (int i = 0; i < 3; i++) {
			assertThat(origins.of(HANDLER, "/actuator")).isEqualTo(RequestOrigin.MANAGEMENT);
		}
		assertThat(answers).isEmpty();
	}

	@Test
	void othersAreNotAskedFor() {
		ActuatorOrigins origins = new ActuatorOrigins(() -> {
			throw new IllegalStateException("asked");
		});
		assertThat(origins.of(getClass(), "/orders")).isNull();
	}

}
