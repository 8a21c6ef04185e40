package dev.mainstay.tests.paging;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractPagingTests {

	private Service enforcing;

	protected abstract WebApplicationType type();

	protected abstract List<Class<?>> parts();

	protected Service service(String... properties) {
		return Service.start(type(), parts(), properties);
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
	@CsvSource(delimiter = '|', textBlock = """
			/users?size=1000000              | validation-failed size page-size
			/users?size=101                  | validation-failed size page-size
			/users?size=0                    | validation-failed size page-size
			/users?size=-5                   | validation-failed size page-size
			/users?size=99999999999          | validation-failed size page-size
			/users?size=abc                  | malformed-request size page-size
			/users?page=-1                   | validation-failed page negative-page
			/users?page=99999999999          | validation-failed page negative-page
			/users?page=abc                  | malformed-request page negative-page
			/users?page=2147483647&size=100  | validation-failed page page-offset
			/users?page=2147483647&size=2000 | validation-failed page page-offset
			/users?page=501                  | validation-failed page page-offset
			/model?size=101                  | validation-failed size page-size
			/two?b_size=101                  | validation-failed b_size page-size
			/two?a_page=-1                   | validation-failed a_page negative-page
			""")
	void aPageThatNobodyShouldAskForIsRejected(String path, String told) {
		assertThat(this.enforcing.told(path)).isEqualTo("400 " + told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nope", "name;drop", ".", "passwordHash,desc", "role.permissions.secret", "role.secret",
			"apiKey", "internal", "created", "name,nope,asc", "%25zz", "Name" })
	void anOrderByWhatTheAnswerDoesNotShowIsRejected(String sort) {
		for (String path : List.of("/users", "/model", "/sorted")) {
			assertThat(this.enforcing.told(path + "?sort=" + sort)).startsWith("400 ").endsWith(" sort sort-property");
		}
	}

	@Test
	void theAnswerSaysWhatCanBeSortedBy() {
		assertThat(this.enforcing.detail("/users?sort=nope"))
			.isEqualTo("The result can be sorted by createdAt, name, role, role.name, role.permissions.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/users                                     | 0/20/UNSORTED
			/users?page=&size=&sort=                   | 0/20/UNSORTED
			/users?page=500                            | 500/20/UNSORTED
			/users?page=3&size=100                     | 3/100/UNSORTED
			/users?sort=name,desc&sort=role.name       | 0/20/name: DESC,role.name: ASC
			/users?sort=name,createdAt,desc,ignorecase | 0/20/name: DESC, ignoring case,createdAt: DESC, ignoring case
			/model?sort=createdAt                      | 0/20/createdAt: ASC
			/sorted?sort=name                          | all/name: ASC
			/map?sort=anything.at_all                  | 0/20/anything.at_all: ASC
			/declared?sort=passwordHash                | 0/20/passwordHash: ASC
			/declared-parameter?sort=name              | 0/20/name: ASC
			/default                                   | 7/2000/rank: ASC
			/default?page=4                            | 4/2000/rank: ASC
			/default?sort=,                            | 7/2000/rank: ASC
			/default?sort=rank,desc                    | 7/2000/rank: DESC
			/two?a_size=3&b_page=2                     | 0/3/UNSORTED
			""")
	void whatIsAllowedArrives(String path, String asked) {
		assertThat(this.enforcing.told(path)).contains("\"" + asked + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/declared?sort=name", "/declared-parameter?sort=rank", "/map?sort=user.passwordHash",
			"/map?sort=user_secret", "/map?sort=a;b", "/map?sort=a..b", "/map?sort=.a" })
	void whatIsNotDeclaredOrLooksWrongIsRejected(String path) {
		assertThat(this.enforcing.told(path)).isEqualTo("400 validation-failed sort sort-property");
	}

	@Test
	void fiftySortsAreTooMany() {
		String path = "/map?" + StringUtils.collectionToDelimitedString(Collections.nCopies(50, "sort=a"), "&");
		assertThat(this.enforcing.told(path)).isEqualTo("400 validation-failed sort sort-property");
		assertThat(this.enforcing.detail(path)).contains("at most 10");
	}

	@Test
	void everythingThatIsWrongIsTold() {
		assertThat(this.enforcing.get("/users?size=0&page=-1&sort=nope").body()).contains("\"page-size\"",
				"\"negative-page\"", "\"sort-property\"");
	}

	@Test
	void inReportEverythingArrivesAndIsCountedOncePerRequest(CapturedOutput output) {
		try (Service service = service()) {
			assertThat(service.told("/users?size=1000000")).contains("\"0/2000/UNSORTED\"");
			assertThat(service.told("/users?page=2147483647&size=2000")).contains("\"2147483647/2000/UNSORTED\"");
			assertThat(service.told("/users?sort=passwordHash")).contains("passwordHash: ASC");
			assertThat(service.told("/two?a_size=0&b_size=0&a_page=-1")).contains("\"0/20/UNSORTED\"");
			assertThat(service.hits()).isEqualTo(Map.of("validation.page-size", 3L, "validation.page-offset", 1L,
					"validation.sort-property", 1L, "validation.negative-page", 1L));
		}
		assertThat(output).containsOnlyOnce("validation.page-size would have rejected a request at Users#users")
			.containsOnlyOnce("validation.page-size would have rejected a request at Users#two");
	}

	@ParameterizedTest
	@CsvSource({ "page-size, size=101", "negative-page, page=-1", "page-offset, page=501", "sort-property, sort=nope" })
	void eachRuleHasARungOfItsOwn(String rule, String query) {
		try (Service service = service("mainstay.mode=enforce", "mainstay.validation." + rule + "=off")) {
			assertThat(service.get("/users?" + query).statusCode()).isEqualTo(200);
			assertThat(service.hits()).isEmpty();
		}
	}

	@Test
	void theLimitsAreThoseOfTheProperties() {
		try (Service service = service("mainstay.mode=enforce", "mainstay.validation.paging.max-size=10",
				"mainstay.validation.paging.max-offset=50", "mainstay.validation.paging.max-sorts=1")) {
			assertThat(service.told("/users?size=11")).endsWith("size page-size");
			assertThat(service.told("/users?page=6&size=10")).endsWith("page page-offset");
			assertThat(service.told("/users?sort=name&sort=createdAt")).endsWith("sort sort-property");
			assertThat(service.get("/users?page=5&size=10&sort=name").statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.validation.enabled=false", "mainstay.enabled=false" })
	void switchedOffNothingIsLookedAt(String property) {
		try (Service service = service("mainstay.mode=enforce", property)) {
			assertThat(service.told("/users?size=1000000&sort=nope")).contains("\"0/2000/nope: ASC\"");
		}
	}

}
