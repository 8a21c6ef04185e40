package dev.mainstay.security.event.metrics;

import java.util.Map;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.event.PrincipalNames;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityEventMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void everyTypeIsThereBeforeItsFirstEventAndCountsExactly() {
		SecurityEventLog log = log(true);
		new SecurityEventMetrics(log).bindTo(this.registry);
		assertThat(this.registry.getMeters()).hasSize(SecurityEventType.values().length);
		for (int i = 0; i < 50; i++) {
			log.log(new SecurityEvent(SecurityEventType.AUTHZ_FAIL, "joe", Map.of()));
		}
		assertThat(count("authz_fail")).isEqualTo(50);
		assertThat(count("authn_login_fail")).isZero();
	}

	@Test
	void isNotThereWhereItIsSwitchedOff() {
		new SecurityEventMetrics(log(false)).bindTo(this.registry);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private double count(String event) {
		FunctionCounter counter = this.registry.get(SecurityEventMeters.EVENTS.getName())
			.tag("event", event)
			.functionCounter();
		return counter.count();
	}

	private static SecurityEventLog log(boolean enabled) {
		return new SecurityEventLog(PrincipalNames.KNOWN, 1, TextMasker.none(), TrustedProxies.none(), enabled);
	}

}
