package dev.mainstay.security.management.servlet;

import org.junit.jupiter.api.Test;

import org.springframework.http.server.RequestPath;

import static org.assertj.core.api.Assertions.assertThat;

class PathsWithoutRuleTests {

	private static final String X = "mainstaypathwithoutarule";

	@Test
	void replaceTheBasePathAndWhatIsBelowIt() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/actuator/prometheus", ""), "", "/actuator"))
			.containsExactlyInAnyOrder("/" + X + "/prometheus", "/" + X + "/" + X);
	}

	@Test
	void keepEachPartOfWhatLeadsToTheBasePath() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/api/actuator/a/b", ""), "", "/api/actuator"))
			.containsExactlyInAnyOrder("/" + X + "/" + X + "/a/b",
					"/" + X.concat("/" + X).concat("/" + X).concat("/" + X), "/api/" + X + "/a/b",
					"/api/" + X + "/" + X + "/" + X);
	}

	@Test
	void replaceTheEndpointWhereThereIsNoBasePath() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/prometheus", ""), "", "")).containsExactly("/" + X);
		assertThat(PathsWithoutRule.like(RequestPath.parse("/prometheus", ""), "", "/")).containsExactly("/" + X);
	}

	@Test
	void areInTheApplicationAndBelowThePathOfTheServlet() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/app/mvc/actuator/a", "/app/mvc"), "/app", "/actuator"))
			.contains("/mvc/" + X + "/a")
			.allSatisfy((path) -> assertThat(path).doesNotContain("app"));
		assertThat(PathsWithoutRule.like(RequestPath.parse("/app/mvc/a", "/app/mvc"), "/app", ""))
			.containsExactlyInAnyOrder("/" + X + "/a", "/" + X + "/" + X, "/mvc/" + X);
	}

	@Test
	void readThePathAsItsHandlerDid() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/%61ctuator;v=1/a%20b", ""), "", "/actuator"))
			.contains("/" + X + "/a%20b");
	}

	@Test
	void areNoneWhereTheRequestIsNotBelowTheBasePath() {
		assertThat(PathsWithoutRule.like(RequestPath.parse("/other/prometheus", ""), "", "/actuator")).isEmpty();
		assertThat(PathsWithoutRule.like(RequestPath.parse("/actuator", ""), "", "/actuator")).isEmpty();
	}

}
