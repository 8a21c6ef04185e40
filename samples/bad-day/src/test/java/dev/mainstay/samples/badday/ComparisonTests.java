package dev.mainstay.samples.badday;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ComparisonTests {

	private final Scoreboard bare = new Scoreboard();

	private final Scoreboard hardened = new Scoreboard();

	private final Comparison comparison = new Comparison(Stack.SPRING_MVC, this.bare, this.hardened);

	ComparisonTests() {
		for (Row row : Row.values()) {
			this.bare.put(row, (row == Row.CALLS_AT_30) ? Count.of(100, 100) : Count.of(2222, 3333));
			this.hardened.put(row, asItMustBe(row));
		}
	}

	@Test
	void whenAllIsAsItMustBeThenNothingFailed() {
		assertThat(this.comparison.failed()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void whenTheTwoDoNotDifferThenTheRowFailed(Row row) {
		this.bare.put(row, asItMustBe(row));
		assertThat(this.comparison.failed()).containsExactly(row);
	}

	@ParameterizedTest
	@EnumSource
	void onWebFluxTwoRowsMayBeAlike(Row row) {
		this.bare.put(row, asItMustBe(row));
		List<Row> failed = new Comparison(Stack.WEBFLUX, this.bare, this.hardened).failed();
		boolean mayBeAlike = row == Row.STUCK || row == Row.LOST_AFTER;
		assertThat(failed).isEqualTo(mayBeAlike ? List.of() : List.of(row));
	}

	@Test
	void rowsThatMayBeAlikeMustBeRightAllTheSame() {
		Comparison webFlux = new Comparison(Stack.WEBFLUX, this.bare, this.hardened);
		for (Row row : List.of(Row.STUCK, Row.LOST_AFTER)) {
			this.bare.put(row, Count.of(1, 3));
			this.hardened.put(row, Count.of(1, 3));
		}
		assertThat(webFlux.failed()).containsExactly(Row.STUCK, Row.LOST_AFTER);
	}

	@ParameterizedTest
	@EnumSource
	void whenTheHardenedOutcomeIsNotAsItMustBeThenTheRowFailed(Row row) {
		this.hardened.put(row, Count.of(4444, 3333));
		assertThat(this.comparison.failed()).containsExactly(row);
	}

	@Test
	void countsNothingWhereNothingWasCounted() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new Comparison(Stack.SPRING_MVC, new Scoreboard(), this.hardened).failed())
			.withMessageContaining(Row.values()[0].name());
	}

	@Test
	void anEmptyWholeProvesNothing() {
		this.hardened.put(Row.NOT_JSON, Count.of(0, 0));
		this.hardened.put(Row.ACCESS_EVENTS, Count.of(0, 0));
		assertThat(this.comparison.failed()).containsExactly(Row.NOT_JSON, Row.ACCESS_EVENTS);
	}

	@Test
	void aFewReadsLessAreChance() {
		this.bare.put(Row.LOST_AT_30, Count.of(30, 100));
		this.hardened.put(Row.LOST_AT_30, Count.of(26, 100));
		assertThat(this.comparison.failed()).containsExactly(Row.LOST_AT_30);
		this.hardened.put(Row.LOST_AT_30, Count.of(25, 100));
		assertThat(this.comparison.failed()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 99, 121 })
	void retriesAreMadeAndAreBounded(int calls) {
		this.hardened.put(Row.CALLS_AT_30, Count.of(calls, 100));
		assertThat(this.comparison.failed()).containsExactly(Row.CALLS_AT_30);
	}

	static Count asItMustBe(Row row) {
		return switch (row) {
			case CHARGES_AFTER_TIME_OUT, CHARGES_AT_ONCE -> Count.of(1);
			case ORDERS_SENT_TWICE -> Count.of(5);
			case REFUSED_UNDER_USED_KEY, HOSTILE_IDS, ERRORS_FOUND, ACCESS_EVENTS, TRACED, SCRAPED, SCRAPES_ANSWERED ->
				Count.of(7, 7);
			case LOST_AT_30 -> Count.of(20, 100);
			case CALLS_AT_30 -> Count.of(120, 100);
			default -> Count.of(0, 100);
		};
	}

}
