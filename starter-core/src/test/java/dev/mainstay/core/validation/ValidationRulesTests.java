package dev.mainstay.core.validation;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValidationRulesTests {

	@ParameterizedTest
	@CsvSource({ "REPORT,STANDARD,,REPORT", "ENFORCE,STANDARD,,ENFORCE", "ENFORCE,LENIENT,,REPORT",
			"REPORT,STRICT,,ENFORCE", "REPORT,STRICT,OFF,OFF", "ENFORCE,LENIENT,ENFORCE,ENFORCE" })
	void aRuleStandsOnItsOwnRungElseWhereTheStrictnessPutsItElseWhereTheModeDoes(Mode mode, Strictness strictness,
			Rung own, Rung expected) {
		Rule rule = new ValidationRules(new Ladder(mode), strictness, true).rule("sort-property", own);
		assertThat(rule.rung()).isEqualTo(expected);
		assertThat(rule.property()).isEqualTo("mainstay.validation.sort-property");
	}

	@ParameterizedTest
	@CsvSource({ "STRICT,", "STANDARD,ENFORCE" })
	void everyRuleIsOffWithoutValidation(Strictness strictness, Rung own) {
		Rule rule = new ValidationRules(new Ladder(Mode.ENFORCE), strictness, false).rule("sort-property", own);
		assertThat(rule.isActive()).isFalse();
	}

}
