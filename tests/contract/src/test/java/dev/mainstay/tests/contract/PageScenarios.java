package dev.mainstay.tests.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and sorting: scenarios 38 and 39.
 */
interface PageScenarios extends Scenarios {

	@ParameterizedTest
	@ValueSource(strings = { "", "?page=0&size=100&sort=name,desc", "?sort=id&sort=name,asc" })
	default void aPageIsAnswered(String query) {
		assertThat(wire().get("/people" + query).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "size=1000000,size", "size=0,size", "size=-5,size", "page=-1,page", "page=x,page",
			"page=2147483647&size=100,page", "sort=nope,sort", "sort=name;drop,sort", "sort=.,sort",
			"'sort=passwordHash,desc',sort", "sort=role.permissions.secret,sort" })
	default void aPageThatBreaksARuleIsRefused(String query, String parameter) {
		WireAnswer answer = wire().get("/people?" + query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		Scenarios.problem(answer, 400, answer.json().path("code").asString());
		assertThat(answer.errors()).as(answer.body()).startsWith("parameter:" + parameter + "=");
	}

	@Test
	default void manyPropertiesToSortByAreRefused() {
		WireAnswer answer = wire().get("/people?sort=name" + "&sort=name".repeat(49));
		assertThat(answer.status()).isEqualTo(400);
	}

}
