package dev.mainstay.core.validation;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractNestedValidIntegrationTests {

	private Service enforcing;

	private Service reporting;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		Class<?>[] parts = { Baskets.class };
		// Bodies with a null in a list come as far as the constraints.
		this.enforcing = Service.start(type(), parts, "mainstay.mode=enforce", "mainstay.validation.null-elements=off");
		this.reporting = Service.start(type(), parts);
	}

	@AfterAll
	void stop() {
		this.enforcing.close();
		this.reporting.close();
	}

	private static long hits(Service service) {
		return service.context()
			.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.name().equals("validation.missing-valid"))
			.mapToLong(Rule::hits)
			.sum();
	}

	private static List<String> pointers(Answer answer) {
		List<String> pointers = new ArrayList<>();
		for (JsonNode error : answer.json().path("errors")) {
			pointers.add(error.path("pointer").asString() + " " + error.path("code").asString());
		}
		return pointers;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/basket        | {"name":"n","single":{"quantity":0}}                       | #/single/quantity
			/basket        | {"name":"n","lines":[{"quantity":1},null,{"quantity":0}]}  | #/lines/2/quantity
			/basket        | {"name":"n","named":{"a":{"quantity":1},"b":{"quantity":0}}} | #/named/b/quantity
			/basket        | {"name":"n","array":[{"quantity":1},{"quantity":0}]}       | #/array/1/quantity
			/basket        | {"name":"n","maybe":{"quantity":0}}                        | #/maybe/quantity
			/basket        | {"name":"n","set":[{"quantity":0}]}                        | #/set/0/quantity
			/basket        | {"name":"n","rows":[[],[{"quantity":1},{"quantity":0}]]}   | #/rows/1/1/quantity
			/basket        | {"name":"n","inner":{"name":"i","single":{"quantity":0}}}  | #/inner/single/quantity
			/basket-asked  | {"name":"n","lines":[{"quantity":0}]}                      | #/lines/0/quantity
			/basket-entity | {"name":"n","lines":[{"quantity":0}]}                      | #/lines/0/quantity
			/basket-list   | [{"name":"n","lines":[{"quantity":0}]}]                    | #/0/lines/0/quantity
			/line-entities | [{"quantity":1},{"quantity":0}]                            | #/1/quantity
			/line-set      | [{"quantity":0}]                                           | #/0/quantity
			/line-map      | {"a":{"quantity":1},"b":{"quantity":0}}                    | #/b/quantity
			/line-array    | [{"quantity":1},{"quantity":0}]                            | #/1/quantity
			""")
	void whatWasForgottenOnTheWayIsFound(String path, String body, String pointer) {
		long hits = hits(this.reporting);
		Answer answer = this.enforcing.post(path, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("validation-failed");
		assertThat(pointers(answer)).containsExactly(pointer + " min");
		assertThat(this.reporting.post(path, body).body()).isEqualTo("created");
		assertThat(hits(this.reporting)).isEqualTo(hits + 1);
	}

	@Test
	void everythingThatIsNotValidIsToldInTheLanguageOfTheCaller() {
		Answer answer = this.enforcing.post("/basket",
				"{\"name\":\"\",\"single\":{\"quantity\":0},\"lines\":[{\"quantity\":0},{\"quantity\":0}]}",
				"Accept-Language", "de");
		assertThat(pointers(answer)).containsExactly("#/lines/0/quantity min", "#/lines/1/quantity min",
				"#/name not-blank", "#/single/quantity min");
		assertThat(answer.body()).contains("muss gr");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/basket         | {"name":"n","single":{"quantity":1},"lines":[{"quantity":1}],"maybe":null}
			/basket         | {"name":"n"}
			/basket-grouped | {"name":"n","lines":[{"quantity":0}]}
			/basket-entity  | {"name":"n","lines":[]}
			/line-map       | {}
			/line-array     | [{"quantity":1}]
			/line-set       | []
			""")
	void whatIsValidOrNotAskedForPasses(String path, String body) {
		long hits = hits(this.enforcing);
		assertThat(this.enforcing.post(path, body).body()).isEqualTo("created");
		assertThat(hits(this.enforcing)).isEqualTo(hits);
	}

	@Test
	void whatTheFrameworkRejectsIsNoHit() {
		long hits = hits(this.enforcing);
		assertThat(this.enforcing.post("/basket-asked", "{\"name\":\"\",\"lines\":[{\"quantity\":0}]}").status())
			.isEqualTo(400);
		assertThat(hits(this.enforcing)).isEqualTo(hits);
	}

	@Test
	void theApplicationsOwnAdviceAnswersAsItDoes() {
		try (Service service = Service.start(type(), new Class<?>[] { Baskets.class, Forgetful.Advice.class },
				"mainstay.mode=enforce")) {
			String own = service.post("/basket-asked", "{\"name\":\"\"}").body();
			assertThat(own).contains("\"own\"");
			assertThat(service.post("/basket", "{\"name\":\"n\",\"single\":{\"quantity\":0}}").body()).isEqualTo(own);
		}
	}

	/** The framework does this; the place and the code are ours. */
	@Test
	void constraintsOfPlainParametersAreEnforced() {
		Answer answer = this.reporting.get("/plain/0?parameter=0", "X-Number", "0", "Cookie", "cookie=0");
		assertThat(answer.status()).isEqualTo(400);
		List<String> places = new ArrayList<>();
		for (JsonNode error : answer.json().path("errors")) {
			assertThat(error.path("code").asString()).isEqualTo("min");
			error.propertyNames().forEach((name) -> places.add(name + "=" + error.path(name).asString("")));
		}
		assertThat(places).contains("path=path", "parameter=parameter", "header=X-Number", "cookie=cookie");
	}

}
