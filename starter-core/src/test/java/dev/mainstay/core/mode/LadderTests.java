package dev.mainstay.core.mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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

	@Test
	void whoObservesIsToldOfEveryRule() {
		Ladder ladder = new Ladder(Mode.REPORT);
		ladder.rule("a.one", null);
		List<String> told = new ArrayList<>();
		ladder.observe((rule) -> told.add(rule.name()));
		ladder.rule("a.two", null);
		assertThat(told).containsExactly("a.one", "a.two");
	}

	@Test
	void whoFailsToObserveKeepsNoRuleFromBeingThere(CapturedOutput output) {
		Ladder ladder = new Ladder(Mode.REPORT);
		ladder.observe((rule) -> {
			throw new IllegalArgumentException("no");
		});
		assertThat(ladder.rule("a.rule", null).rung()).isEqualTo(Rung.REPORT);
		assertThat(output).contains("The rule a.rule holds");
	}

	@Test
	void aRuleIsApplicableIfSomethingCanBreakItOrHas() {
		Ladder ladder = new Ladder(Mode.REPORT);
		assertThat(ladder.rule("a.one", null).isApplicable()).isTrue();
		Rule rule = ladder.rule("a.two", null, () -> false);
		assertThat(rule.isApplicable()).isFalse();
		rule.broken("a subject");
		assertThat(rule.isApplicable()).isTrue();
	}

	@Test
	void aRuleOfWhichNobodyKnowsIsApplicable() {
		Rule rule = new Ladder(Mode.REPORT).rule("a.rule", null, () -> {
			throw new IllegalStateException("no");
		});
		assertThat(rule.isApplicable()).isTrue();
	}

	@Test
	void knowsForHowLongItCounts() {
		AtomicLong now = new AtomicLong(Long.MAX_VALUE);
		Ladder ladder = new Ladder(Mode.REPORT, now::get);
		now.addAndGet(Duration.ofHours(2).toNanos());
		assertThat(ladder.age()).isEqualTo(Duration.ofHours(2));
	}

}
