package dev.mainstay.samples.badday;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TableTests {

	private final Scoreboard bare = new Scoreboard();

	private final Scoreboard hardened = new Scoreboard();

	private final Scoreboard bareReactive = new Scoreboard();

	private final Scoreboard hardenedReactive = new Scoreboard();

	private final Table table = new Table(List.of(new Comparison(Stack.SPRING_MVC, this.bare, this.hardened),
			new Comparison(Stack.WEBFLUX, this.bareReactive, this.hardenedReactive)));

	TableTests() {
		for (Row row : Row.values()) {
			this.bare.put(row, (row == Row.CALLS_AT_30) ? Count.of(100, 100) : Count.of(2222, 3333));
			this.bareReactive.put(row, this.bare.get(row));
			this.hardened.put(row, ComparisonTests.asItMustBe(row));
			this.hardenedReactive.put(row, ComparisonTests.asItMustBe(row));
		}
	}

	@Test
	void hasALineForEachRowWithTheCountsOfAllFourServices() {
		this.bareReactive.put(Row.CHARGES_AT_ONCE, Count.of(6));
		assertThat(line(Row.CHARGES_AT_ONCE))
			.matches("  " + Row.CHARGES_AT_ONCE.label() + " +2222/3333 +1 +6 +1 +" + Row.CHARGES_AT_ONCE.setting());
		assertThat(this.table.toString())
			.contains("%1$d of %1$d on Spring MVC, %1$d of %1$d on WebFlux.".formatted(Row.values().length));
		assertThat(this.table.toString().lines()).noneMatch((line) -> line.startsWith("!"));
	}

	@Test
	void marksWhatIsNotAsItMustBeWhereItIsNot() {
		this.hardenedReactive.put(Row.INVALID_ORDERS, Count.of(3, 7));
		assertThat(line(Row.INVALID_ORDERS)).startsWith("! ").containsPattern(" 2222/3333 +0/100 +2222/3333 +!3/7 ");
		assertThat(this.table.toString()).contains("%1$d of %1$d on Spring MVC, %2$d of %1$d on WebFlux."
			.formatted(Row.values().length, Row.values().length - 1));
	}

	@Test
	void marksWhatWebFluxComesToByItself() {
		this.bareReactive.put(Row.STUCK, Count.of(0, 7));
		assertThat(line(Row.STUCK)).startsWith("  ").containsPattern(" 2222/3333 +0/100 +0/7 +=0/100 ");
	}

	@Test
	void fitsHundredAndTwentyColumns() {
		for (Row row : Row.values()) {
			this.hardened.put(row, Count.of(4444, 3333));
		}
		assertThat(this.table.toString().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120));
		assertThat(Arrays.stream(Row.values()).map(Row::label)).allMatch((label) -> label.length() <= 53);
	}

	@Test
	void isNoneWhereNothingWasCounted() {
		Comparison empty = new Comparison(Stack.WEBFLUX, new Scoreboard(), this.hardened);
		assertThatIllegalStateException().isThrownBy(() -> new Table(List.of(empty)).toString())
			.withMessageContaining(Row.values()[0].name());
	}

	private String line(Row row) {
		return this.table.toString().lines().filter((line) -> line.contains(row.label())).findFirst().orElseThrow();
	}

}
