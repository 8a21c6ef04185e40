package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that stays with Jackson 2: its JSON is what its {@code ObjectMapper}
 * reads and writes, and Mainstay's is valid beside it.
 */
class Jackson2Tests {

	private static final List<String> SETTINGS = List.of("--spring.http.converters.preferred-json-mapper=jackson2");

	private static final String PARCEL = "{\"sent_on\":\"2026-01-02\",\"sent_to\":\"c\"}";

	@Test
	void itsJsonIsWhatItsObjectMapperWritesAndProblemsAreWritten() {
		BeforeAndAfter answers = BeforeAndAfter.of(Parcels.class, SETTINGS, Jackson2Tests::requests,
				Set.of("GET /actuator/mainstay"), "--mainstay.mode=enforce");
		assertThat(answers.before().get(0).body()).isEqualTo("""
				{
				  "sent_on" : [ 2026, 1, 2 ],
				  "sent_to" : "c"
				}""");
		assertThat(answers.unexpected(0, 7)).isEmpty();
		assertThat(answers.before().subList(3, 6)).map(Answer::status).containsExactly(400, 400, 500);
		assertThat(answers.after().get(3).body()).contains("\"code\":\"malformed-request\"", "\"timestamp\":");
		assertThat(answers.after().get(4).body()).contains("\"code\":\"validation-failed\"", "\"errors\":[{");
		assertThat(answers.after().get(5).body()).contains("\"code\":\"internal-error\"");
		assertThat(answers.after().get(7).body()).contains("\"features\"", "\"access-log\"");
		assertThat(answers.features()).containsEntry("problem", "on")
			.hasEntrySatisfying("idempotency", (state) -> assertThat(state).startsWith("on"));
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/parcel"), http.post("/parcel", PARCEL),
				http.post("/parcel", PARCEL, "Idempotency-Key", "\"k-1\""), http.post("/parcel", "{"),
				http.post("/parcel", "{\"sent_to\":\"\"}"), http.get("/failing"), http.get("/actuator/health"),
				http.get("/actuator/mainstay"));
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Handlers.class)
	static class Parcels {

		@Bean
		ObjectMapper objectMapper() {
			return JsonMapper.builder()
				.addModule(new JavaTimeModule())
				.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
				.enable(SerializationFeature.INDENT_OUTPUT)
				.defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
				.build();
		}

	}

	record Parcel(LocalDate sentOn, @NotBlank String sentTo, String note) {
	}

	@RestController
	static class Handlers {

		@GetMapping("/parcel")
		Parcel find() {
			return new Parcel(LocalDate.of(2026, 1, 2), "c", null);
		}

		@PostMapping("/parcel")
		Parcel send(@Valid @RequestBody Parcel parcel) {
			return parcel;
		}

		@GetMapping("/failing")
		Parcel fail() {
			throw new IllegalStateException("Failed as told");
		}

	}

}
