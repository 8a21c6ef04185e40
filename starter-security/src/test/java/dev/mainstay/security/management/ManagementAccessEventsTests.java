package dev.mainstay.security.management;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.management.AccessOutcome;
import dev.mainstay.core.request.Peer;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementAccessEventsTests {

	private final List<Object> published = new ArrayList<>();

	private final ManagementAccessEvents events = new ManagementAccessEvents(this.published::add);

	@ParameterizedTest
	@CsvSource({ "WRONG_SECRET,AUTHN_LOGIN_FAIL,wrong token",
			"LIMIT_REACHED,AUTHN_LOGIN_FAIL_MAX,too many wrong tokens",
			"FORBIDDEN,AUTHZ_FAIL,no policy admits the user", "READ_ONLY,AUTHZ_FAIL,read-only" })
	void tellsOfWhoWasRefused(AccessOutcome outcome, SecurityEventType type, String reason) {
		this.events.decided(outcome, TestCall.from("prometheus", "192.0.2.9"));
		assertThat(this.published).containsExactly(new SecurityEvent(type, null,
				Map.of("endpoint", "prometheus", "method", "GET", "peer", "192.0.2.9", "reason", reason)));
	}

	@Test
	void tellsWhoChangesSomething() {
		this.events.decided(AccessOutcome.WRITE, TestCall.by(() -> "joe"));
		assertThat(this.published).containsExactly(new SecurityEvent(SecurityEventType.AUTHZ_ADMIN, "joe",
				Map.of("endpoint", "mainstay", "method", "GET")));
	}

	@Test
	void whatAnybodyCouldMakeWithoutEndIsNoEvent() {
		for (AccessOutcome outcome : EnumSet.of(AccessOutcome.READ, AccessOutcome.ANONYMOUS, AccessOutcome.LIMITED)) {
			this.events.decided(outcome, TestCall.by(() -> "joe"));
		}
		assertThat(this.published).isEmpty();
	}

	@Test
	void neverHoldsTheToken() {
		for (AccessOutcome outcome : AccessOutcome.values()) {
			this.events.decided(outcome, new TestCall("mainstay", Peer.unknown(),
					Map.of("Authorization", "Bearer " + "canary".repeat(4)), null, ""));
		}
		assertThat(this.published).isNotEmpty().noneMatch((event) -> event.toString().contains("canary"));
	}

}
