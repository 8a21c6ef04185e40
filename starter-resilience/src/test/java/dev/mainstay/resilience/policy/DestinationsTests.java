package dev.mainstay.resilience.policy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationsTests {

	private final Destinations destinations = Policies.destinations(Policies.policy(null), () -> 0);

	@Test
	void aClientHasAStateForEachAuthority() {
		Destination destination = this.destinations.of("client", new Authority("host", 80));
		assertThat(this.destinations.of("client", new Authority("host", 80))).isSameAs(destination);
		assertThat(this.destinations.of("client", new Authority("host", 81))).isNotSameAs(destination);
		assertThat(this.destinations.of("other", new Authority("host", 80))).isNotSameAs(destination);
	}

	@Test
	void theOneThatWasNotUsedForLongestIsForgotten() {
		Destination used = this.destinations.of("client", new Authority("used", 80));
		Destination unused = this.destinations.of("client", new Authority("unused", 80));
		for (int port = 1; port < 1000; port++) {
			this.destinations.of("client", new Authority("ever-new", port));
			assertThat(this.destinations.of("client", new Authority("used", 80))).isSameAs(used);
		}
		assertThat(this.destinations.of("client", new Authority("unused", 80))).isNotSameAs(unused);
	}

	@Test
	void callsAtTheSameTimeShareOne() {
		Set<Destination> all = ConcurrentHashMap.newKeySet();
		IntStream.range(0, 10_000)
			.parallel()
			.forEach((call) -> all.add(this.destinations.of("client", new Authority("host", 80))));
		assertThat(all).hasSize(1);
	}

}
