package dev.mainstay.tests.external;

import java.nio.file.Path;

import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.tests.external.Promtool.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The part of the stack that Prometheus reads is what Prometheus can read.
 */
class StackTests {

	private final Promtool promtool = Promtool.find();

	@Test
	void configurationAndRulesAreGood() throws Exception {
		Answer answer = this.promtool.run(ObservedOrders.STACK, "check", "config", "prometheus.yml");
		assertThat(answer.code()).as(answer.text()).isZero();
		assertThat(answer.text()).contains("1 rule files found", "rules found");
	}

	@Test
	void rulesPassTheirTests() throws Exception {
		Path slo = ObservedOrders.STACK.resolve("slo");
		Answer answer = this.promtool.run(slo, "test", "rules", SloFiles.TESTS);
		assertThat(answer.code()).as(answer.text()).isZero();
	}

}
