package dev.mainstay.tests.bad;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.SheetEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every defect that was planted is found, and none that was not.
 */
class BadApplicationTests {

	@ParameterizedTest
	@EnumSource
	void findsWhatIsPlantedAndNothingElse(Variant variant) {
		assertThat(Sheets.shared().failing(variant)).isEqualTo(variant.planted());
	}

	@ParameterizedTest
	@EnumSource
	void leavesNothingUnknown(Variant variant) {
		List<String> unknown = Sheets.shared()
			.of(variant)
			.entries()
			.stream()
			.filter((entry) -> entry.status() == CheckStatus.UNKNOWN)
			.map(BadApplicationTests::reason)
			.toList();
		assertThat(unknown).isEmpty();
	}

	@Test
	void everyCheckHasItsDefect() {
		Set<String> planted = Arrays.stream(Variant.values())
			.map(Variant::planted)
			.flatMap(Set::stream)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(planted).doesNotContainAnyElementsOf(Sheets.NOT_PLANTED);
		planted.addAll(Sheets.NOT_PLANTED);
		assertThat(planted).isEqualTo(registered());
	}

	@Test
	void everyDefectSaysHowItIsPlanted() {
		Stream<Table> tables = Stream.concat(Stream.of(Table.of("not-planted.txt")),
				Arrays.stream(Variant.values()).map((variant) -> Table.of(variant.fileName() + "-planted.txt")));
		assertThat(tables.flatMap((table) -> table.rows().stream()))
			.allSatisfy((row) -> assertThat(row).hasSize(2).noneMatch(String::isEmpty));
	}

	private static Set<String> registered() {
		return SpringFactoriesLoader.forDefaultResourceLocation(BadApplicationTests.class.getClassLoader())
			.load(HardeningCheck.class)
			.stream()
			.map((check) -> check.description().id())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String reason(SheetEntry entry) {
		return entry.check().id() + ": " + entry.reason();
	}

}
