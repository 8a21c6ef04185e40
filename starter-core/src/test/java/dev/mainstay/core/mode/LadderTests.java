package dev.mainstay.core.mode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LadderTests {

	@Test
	void aRuleFollowsTheModeUnlessItHasARungOfItsOwn() {
		Ladder ladder = new Ladder(Mode.ENFORCE);
		assertThat(ladder.rule("a.one", null).rung()).isEqualTo(Rung.ENFORCE);
		assertThat(ladder.rule("a.two", Rung.OFF).isActive()).isFalse();
		assertThat(ladder.rules()).extracting(Rule::property).containsExactly("mainstay.a.one", "mainstay.a.two");
	}

	@Test
	void anEnforcedRuleRejectsAndCountsWithoutAWord(CapturedOutput output) {
		Rule rule = new Ladder(Mode.ENFORCE).rule("a.rule", null);
		assertThat(rule.broken("POST /orders")).isTrue();
		assertThat(rule.hits()).isOne();
		assertThat(output).doesNotContain("a.rule");
	}

	@Test
	void aReportingRulePassesCountsAndNamesEachSubjectOnce(CapturedOutput output) {
		Rule rule = new Ladder(Mode.REPORT).rule("a.rule", null);
		for (int i = 0; i < 3; i++) {
			assertThat(rule.broken("POST /orders")).isFalse();
		}
		assertThat(rule.hits()).isEqualTo(3);
		assertThat(output.toString().split("POST /orders", -1)).hasSize(2);
		assertThat(output).contains("mainstay.a.rule=enforce");
	}

	@Test
	void aReportingRuleNamesABoundedNumberOfSubjects(CapturedOutput output) {
		Rule rule = new Ladder(Mode.REPORT).rule("a.rule", null);
		for (int i = 0; i < 1000; i++) {
			rule.broken("subject-" + i);
		}
		assertThat(rule.hits()).isEqualTo(1000);
		assertThat(output).contains("subject-199").doesNotContain("subject-200");
	}

}
