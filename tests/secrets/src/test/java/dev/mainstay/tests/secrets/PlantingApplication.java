package dev.mainstay.tests.secrets;

import java.util.List;
import java.util.Map;

import dev.mainstay.tests.harness.PlantedSecret;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes secrets wherever it can.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = TomcatReactiveWebServerAutoConfiguration.class)
class PlantingApplication {

	public static void main(String[] args) {
		SpringApplication.run(new Class<?>[] { PlantingApplication.class, PlantingController.class }, args);
	}

	@RestController
	static class PlantingController {

		private static final Logger logger = LoggerFactory.getLogger(PlantingController.class);

		private final Tracer tracer;

		private final ObservationRegistry observations;

		PlantingController(Tracer tracer, ObservationRegistry observations) {
			this.tracer = tracer;
			this.observations = observations;
		}

		@GetMapping("/plant")
		String plant() {
			for (PlantedSecret secret : PlantedSecret.values()) {
				for (SpanCarrier carrier : SpanCarrier.values()) {
					carrier.record(this.tracer, secret);
				}
				SpanCarrier.observe(this.observations, secret);
				for (Carrier carrier : Carrier.values()) {
					carrier.log(logger, secret);
				}
			}
			logger.info("All are planted");
			return "planted";
		}

		@GetMapping("/told/{secret}")
		String tell(@PathVariable PlantedSecret secret) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
					"Is there already: " + secret.text());
			problem.setProperty("notes", List.of(new Carrier.Note(1, secret.text()), Map.of("a", secret.text())));
			problem.setProperty("letter", new Carrier.Letter(1, secret.secret()));
			throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
		}

		@GetMapping("/failed/{secret}")
		String fail(@PathVariable PlantedSecret secret) {
			throw new IllegalStateException(secret.text());
		}

	}

}
