package dev.mainstay.security.secrets.metrics;

import java.util.Arrays;

import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.Reloads.Kind;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsMetersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final Reloads reloads = new Reloads();

	@Test
	void areThereBeforeTheFirstTimeAndCount() {
		new ReloadMeters(this.reloads).bindTo(this.registry);
		assertThat(this.registry.getMeters()).hasSize(2 * Kind.values().length);
		this.reloads.refused(Kind.SSL_BUNDLE);
		assertThat(count("ssl-bundle", "refused")).isEqualTo(1);
		assertThat(count("ssl-bundle", "taken")).isZero();
	}

	@Test
	void haveTheNameAndTagsThatAreDocumented() {
		new ReloadMeters(this.reloads).bindTo(this.registry);
		SecretsMeterDocumentation meter = SecretsMeterDocumentation.RELOADS;
		assertThat(this.registry.get(meter.getName()).meters())
			.allSatisfy((registered) -> assertThat(registered.getId().getTags()).extracting((tag) -> tag.getKey())
				.containsExactlyInAnyOrder(
						Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toArray(String[]::new)));
	}

	private double count(String kind, String outcome) {
		return this.registry.get("mainstay.secrets.reloads")
			.tag("kind", kind)
			.tag("outcome", outcome)
			.functionCounter()
			.count();
	}

}
