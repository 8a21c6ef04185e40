package dev.mainstay.core.validation.parameters;

import java.util.List;
import java.util.Optional;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractDuplicateParametersIntegrationTests {

	private Service enforcing;

	protected abstract WebApplicationType type();

	private Service service(String... properties) {
		return Service.start(type(), new Class<?>[] { Controller.class }, properties);
	}

	@BeforeAll
	void start() {
		this.enforcing = service("mainstay.mode=enforce");
	}

	@AfterAll
	void stop() {
		this.enforcing.close();
	}

	@ParameterizedTest
	@CsvSource({ "/text?text=a&text=b,text", "/text?text=a&text=a,text", "/number?n=1&n=x,n",
			"/maybe?text=a&text=b,text", "/search?query=a&query=b,query", "/record?limit=1&limit=2,limit" })
	void whatIsTakenOnceIsNotSentTwice(String path, String name) {
		Answer answer = this.enforcing.get("/q" + path);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("malformed-request");
		assertThat(answer.json().path("errors").toString()).isEqualTo("[{\"parameter\":\"" + name
				+ "\",\"code\":\"duplicate-parameter\",\"detail\":\"The parameter is sent more than once.\"}]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/text?text=a&other=b&other=c      | a
			/number?n=1                       | 1
			/many?tag=a&tag=b                 | [a, b]
			/array?tag=a&tag=b                | 2
			/all?tag=a&tag=b                  | {tag=[a, b]}
			/search?tags=a&tags=b&query=q     | q[a, b]
			/record?tags=a&tags=b&limit=1     | 1[a, b]
			/nothing?text=a&text=b            | nothing
			""")
	void whatIsTakenManyTimesIsSentManyTimes(String path, String body) {
		assertThat(this.enforcing.get("/q" + path).body()).isEqualTo(body);
	}

	@Test
	void inReportItPassesAndIsCountedOncePerRequest() {
		try (Service service = service()) {
			assertThat(service.get("/q/text?text=a&text=b").body()).isIn("a", "a,b");
			assertThat(service.get("/q/two?a=1&a=2&b=1&b=2").status()).isEqualTo(200);
			Rule rule = service.context()
				.getBean(Ladder.class)
				.rules()
				.stream()
				.filter((each) -> each.name().equals("validation.duplicate-parameters"))
				.findFirst()
				.orElseThrow();
			assertThat(rule.hits()).isEqualTo(2);
		}
	}

	@Test
	void theApplicationsOwnAdviceAnswers() {
		try (Service service = Service.start(type(), new Class<?>[] { Controller.class, Advice.class },
				"mainstay.mode=enforce")) {
			assertThat(service.get("/q/text?text=a&text=b").status()).isEqualTo(409);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.validation.duplicate-parameters=off", "mainstay.validation.enabled=false",
			"mainstay.enabled=false" })
	void switchedOffNothingIsLookedAt(String property) {
		try (Service service = service("mainstay.mode=enforce", property)) {
			assertThat(service.get("/q/text?text=a&text=b").status()).isEqualTo(200);
		}
	}

	static class Search {

		private String query;

		private List<String> tags = List.of();

		public void setQuery(String query) {
			this.query = query;
		}

		public void setTags(List<String> tags) {
			this.tags = tags;
		}

	}

	record Range(int limit, List<String> tags) {

	}

	@RestController
	@RequestMapping("/q")
	static class Controller {

		@GetMapping("/text")
		String text(@RequestParam String text) {
			return text;
		}

		@GetMapping("/number")
		String number(@RequestParam("n") int number) {
			return String.valueOf(number);
		}

		@GetMapping("/maybe")
		String maybe(@RequestParam Optional<String> text) {
			return text.orElse("");
		}

		@GetMapping("/many")
		String many(@RequestParam("tag") List<String> tags) {
			return tags.toString();
		}

		@GetMapping("/array")
		String array(@RequestParam("tag") String... tags) {
			return String.valueOf(tags.length);
		}

		@GetMapping("/all")
		String all(@RequestParam MultiValueMap<String, String> all) {
			return all.toString();
		}

		@GetMapping("/two")
		String two(@RequestParam String a, @RequestParam String b) {
			return a + b;
		}

		@GetMapping("/search")
		String search(@ModelAttribute Search search) {
			return search.query + search.tags;
		}

		@GetMapping("/record")
		String range(@ModelAttribute Range range) {
			return range.limit() + range.tags().toString();
		}

		@GetMapping("/nothing")
		String nothing() {
			return "nothing";
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> handle(ErrorResponseException ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body("own");
		}

	}

}
