package dev.mainstay.core.mode.metrics;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleMetricsTests {

	private final Ladder ladder = new Ladder(Mode.REPORT);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void everyRuleIsThereBeforeItsFirstHitAndCountsExactly() {
		Rule reporting = this.ladder.rule("a.one", null);
		Rule enforced = this.ladder.rule("a.two", Rung.ENFORCE);
		bind();
		assertThat(count("a.one", "report") + count("a.two", "enforce")).isZero();
		for (int i = 0; i < 300; i++) {
			reporting.broken("subject-" + i);
			enforced.applies();
		}
		assertThat(count("a.one", "report")).isEqualTo(300);
		assertThat(count("a.two", "enforce")).isEqualTo(300);
		assertThat(this.registry.getMeters()).hasSize(2);
	}

	@Test
	void aRuleThatIsOffHasNoMeter() {
		this.ladder.rule("a.rule", Rung.OFF);
		bind();
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void aRuleThatComesLaterHasItsMeterFromThenOn() {
		bind();
		this.ladder.rule("a.rule", null).broken("a subject");
		assertThat(count("a.rule", "report")).isOne();
	}

	@Test
	void isNotThereWhereItIsSwitchedOff() {
		this.ladder.rule("a.rule", null);
		new RuleMetrics(this.ladder, false).bindTo(this.registry);
		this.ladder.rule("a.later", null);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void eachRegistryCountsAll() {
		SimpleMeterRegistry other = new SimpleMeterRegistry();
		bind();
		new RuleMetrics(this.ladder, true).bindTo(other);
		this.ladder.rule("a.rule", null).broken("a subject");
		assertThat(count("a.rule", "report")).isOne();
		assertThat(other.get(RuleMeters.HITS.getName()).functionCounter().count()).isOne();
	}

	@Test
	void filtersOfTheApplicationWin() {
		this.registry.config()
			.commonTags("service", "orders")
			.meterFilter(MeterFilter.ignoreTags("rung"))
			.meterFilter(MeterFilter.deny((id) -> "a.denied".equals(id.getTag("rule"))));
		this.ladder.rule("a.denied", null);
		this.ladder.rule("a.rule", null);
		bind();
		assertThat(this.registry.getMeters()).singleElement()
			.extracting(Meter::getId)
			.satisfies((id) -> assertThat(id.getTags()).containsExactlyInAnyOrder(Tag.of("service", "orders"),
					Tag.of("rule", "a.rule")));
	}

	private void bind() {
		new RuleMetrics(this.ladder, true).bindTo(this.registry);
	}

	private double count(String rule, String rung) {
		return this.registry.get(RuleMeters.HITS.getName())
			.tag(RuleMeters.Key.RULE.asString(), rule)
			.tag(RuleMeters.Key.RUNG.asString(), rung)
			.functionCounter()
			.count();
	}

}
