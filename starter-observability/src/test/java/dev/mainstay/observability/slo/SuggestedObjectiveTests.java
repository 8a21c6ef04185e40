package dev.mainstay.observability.slo;

import java.time.Duration;

import dev.mainstay.observability.SampleRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestedObjectiveTests {

	private final ObservedTraffic traffic = new ObservedTraffic();

	@Test
	void takesTheBusiestRouteAndWhatItKeeps() {
		for (int i = 0; i < 995; i++) {
			this.traffic.onCompletion(new SampleRequest().duration(Duration.ofMillis(i % 150)));
		}
		for (int i = 0; i < 5; i++) {
			this.traffic.onCompletion(new SampleRequest().duration(Duration.ofSeconds(3)).status((i < 2) ? 500 : 200));
		}
		this.traffic.onCompletion(new SampleRequest().method("POST"));
		assertThat(SuggestedObjective.of(this.traffic)).isEqualTo("""
				mainstay.slo.objectives.get-orders-id:
				  routes: "GET /orders/{id}"
				  availability: 99.5%  # of 1000 requests 99.80% were good
				  latency: 200ms
				  latency-target: 99%
				""");
	}

	@Test
	void saysThatItHasSeenNothing() {
		assertThat(SuggestedObjective.of(this.traffic)).contains("no request was seen yet").hasLineCount(5);
	}

	/** In a property, a comma separates two routes. */
	@Test
	void aRouteWithACommaIsAnElementOfAList() {
		this.traffic.onCompletion(new SampleRequest().route("/orders/{id:[0-9]{1,3}}"));
		assertThat(SuggestedObjective.of(this.traffic)).contains("  routes: [\"GET /orders/{id:[0-9]{1,3}}\"]\n");
	}

	@Test
	void isBounded() {
		for (int i = 0; i < 1000; i++) {
			this.traffic.onCompletion(new SampleRequest().route("/r" + i).method("M" + i));
			this.traffic.onCompletion(new SampleRequest().route("/r" + i));
		}
		this.traffic.onCompletion(new SampleRequest().route("/r500"));
		assertThat(SuggestedObjective.of(this.traffic)).contains("of 1 requests");
	}

}
