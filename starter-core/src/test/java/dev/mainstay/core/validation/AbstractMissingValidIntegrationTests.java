package dev.mainstay.core.validation;

import java.util.List;
import java.util.Locale;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractMissingValidIntegrationTests {

	protected static final String INVALID = "{\"customer\":\" \",\"items\":[{\"quantity\":1},{\"quantity\":0}]}";

	private Service enforcing;

	private Service reporting;

	protected abstract WebApplicationType type();

	protected abstract Class<?>[] parts();

	@BeforeAll
	void start() {
		// Bodies with a null in a list come as far as the constraints.
		this.enforcing = Service.start(type(), parts(), "mainstay.mode=enforce",
				"mainstay.validation.null-elements=off");
		this.reporting = Service.start(type(), parts());
	}

	@AfterAll
	void stop() {
		this.enforcing.close();
		this.reporting.close();
	}

	protected Service enforcing() {
		return this.enforcing;
	}

	protected Service reporting() {
		return this.reporting;
	}

	protected static Rule rule(Service service) {
		return service.context()
			.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.name().equals("validation.missing-valid"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void itsHitsAreInTheMetrics() {
		for (Service service : List.of(this.reporting, this.enforcing)) {
			double before = metered(service);
			service.post("/forgotten", INVALID);
			assertThat(metered(service)).isEqualTo(before + 1).isEqualTo(rule(service).hits());
		}
	}

	private static double metered(Service service) {
		Rule rule = rule(service);
		return service.context()
			.getBean(MeterRegistry.class)
			.get("mainstay.rules.hits")
			.tags("rule", rule.name(), "rung", rule.rung().name().toLowerCase(Locale.ROOT))
			.functionCounter()
			.count();
	}

	@Test
	void enforcedItIsAnsweredAsIfItHadBeenAskedFor() {
		Answer forgotten = this.enforcing.post("/forgotten", INVALID);
		Answer asked = this.enforcing.post("/asked", INVALID);
		assertThat(forgotten.status()).isEqualTo(400);
		assertThat(forgotten.json().path("errors")).isEqualTo(asked.json().path("errors")).hasSize(2);
		assertThat(forgotten.json().path("errors").path(1).path("pointer").asString()).isEqualTo("#/items/1/quantity");
	}

	@Test
	void enforcedItSpeaksTheLanguageOfTheCaller() {
		Answer answer = this.enforcing.post("/forgotten", INVALID, "Accept-Language", "de");
		assertThat(answer.json().path("errors").path(0).path("detail").asString()).isEqualTo("darf nicht leer sein");
	}

	@Test
	void enforcedTheElementsOfAListAreLookedAt() {
		Answer answer = this.enforcing.post("/list", "[{\"quantity\":1},{\"quantity\":0},null]");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("validation-failed");
		assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo("#/1/quantity");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/forgotten | {"customer":"c","items":[{"quantity":1}]}
			/forgotten | {"customer":"c"}
			/list      | [{"quantity":1}]
			/list      | []
			/strings   | ["a",""]
			/note      | {"text":""}
			/map       | {"customer":""}
			""")
	void enforcedWhatIsValidPasses(String path, String body) {
		long hits = rule(this.enforcing).hits();
		assertThat(this.enforcing.post(path, body).body()).isEqualTo("created");
		assertThat(rule(this.enforcing).hits()).isEqualTo(hits);
	}

	@Test
	void reportedItPassesAndIsCounted() {
		long hits = rule(this.reporting).hits();
		assertThat(this.reporting.post("/forgotten", INVALID).body()).isEqualTo("created");
		assertThat(this.reporting.post("/list", "[{\"quantity\":0},{\"quantity\":0}]").body()).isEqualTo("created");
		assertThat(rule(this.reporting).hits()).isEqualTo(hits + 2);
	}

	@Test
	void whatWasAskedForIsNoHit() {
		long hits = rule(this.enforcing).hits();
		assertThat(this.enforcing.post("/asked", INVALID).status()).isEqualTo(400);
		assertThat(rule(this.enforcing).hits()).isEqualTo(hits);
	}

	@Test
	void theApplicationsOwnAdviceAnswers() {
		try (Service service = Service.start(type(),
				new Class<?>[] { Forgetful.Controller.class, Forgetful.Advice.class },
				"mainstay.validation.missing-valid=enforce")) {
			List<Answer> answers = List.of(service.post("/asked", INVALID), service.post("/forgotten", INVALID));
			assertThat(answers).extracting(Answer::status).containsOnly(422);
			assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
		}
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.validation.missing-valid=off", "mainstay.validation.enabled=false",
			"mainstay.enabled=false" })
	void switchedOffNothingIsLookedAt(String property) {
		try (Service service = Service.start(type(), parts(), "mainstay.mode=enforce", property)) {
			assertThat(service.post("/forgotten", INVALID).body()).isEqualTo("created");
		}
	}

}
