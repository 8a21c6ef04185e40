package dev.mainstay.core.mode.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.actuate.MainstayEndpoint.RuleDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MainstayEndpointTests {

	private final AtomicLong now = new AtomicLong();

	private final Ladder ladder = new Ladder(Mode.REPORT, this.now::get);

	private final MainstayEndpoint endpoint = new MainstayEndpoint(
			new Features(Map.of(), List.of(), (property) -> false), this.ladder, true);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0     | 0  | not enough seen yet: 0 of 1,000 requests
			1     | 48 | not enough seen yet: 1 of 1,000 requests
			999   | 48 | not enough seen yet: 999 of 1,000 requests
			1000  | 23 | not enough seen yet: 23 of 24 hours
			1000  | 24 | 0 would-be rejections in 1,000 requests: safe to enforce
			41000 | 99 | 0 would-be rejections in 41,000 requests: safe to enforce""")
	void aRuleWithoutHitsIsSafeOnlyWhenEnoughWasSeen(int requests, int hours, String verdict) {
		this.ladder.rule("a.rule", null);
		seen(requests, hours);
		assertThat(rule().verdict()).isEqualTo(verdict);
	}

	@Test
	void aHitIsSaidHoweverLittleWasSeen() {
		this.ladder.rule("a.rule", null).broken("a subject");
		seen(1, 0);
		assertThat(rule().verdict()).isEqualTo("1 would-be rejections in 1 requests");
	}

	@Test
	void aRuleThatIsEnforcedOrOffIsNotJudged() {
		this.ladder.rule("a.rule", Rung.ENFORCE);
		this.ladder.rule("a.rule", Rung.OFF);
		seen(1000, 24);
		assertThat(this.endpoint.overview().rules()).extracting(RuleDescriptor::verdict).containsOnlyNulls();
	}

	@Test
	void aRuleThatHasNothingToWorkOnIsNeverSafe() {
		this.ladder.rule("a.rule", null, () -> false);
		seen(1000, 24);
		assertThat(rule().applicable()).isFalse();
		assertThat(rule().rung()).isEqualTo("report");
		assertThat(rule().verdict()).isEqualTo("not applicable: nothing in this application that it works on");
	}

	private RuleDescriptor rule() {
		return this.endpoint.overview().rules().get(0);
	}

	private void seen(int requests, int hours) {
		for (int i = 0; i < requests; i++) {
			this.ladder.countRequest();
		}
		this.now.set(Duration.ofHours(hours).toNanos());
	}

}
