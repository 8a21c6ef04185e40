package dev.mainstay.security.event;

import java.util.Map;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.TrustedProxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class CurrentRequestTests {

	private static final SecurityEvent EVENT = new SecurityEvent(SecurityEventType.AUTHZ_FAIL, "joe", Map.of());

	private final SecurityEventLog log = new SecurityEventLog(PrincipalNames.KNOWN, 0, TextMasker.none(),
			TrustedProxies.none(), true);

	private final ServletRequestAttributes request = new ServletRequestAttributes(new MockHttpServletRequest());

	@AfterEach
	void reset() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void remembersWhatWasToldOfTheRequest() {
		RequestContextHolder.setRequestAttributes(this.request);
		this.log.log(EVENT);
		assertThat(CurrentRequest.hasTold(SecurityEventType.AUTHZ_FAIL)).isTrue();
		assertThat(CurrentRequest.hasTold(SecurityEventType.AUTHN_LOGIN_FAIL)).isFalse();
	}

	@Test
	void aThreadWithoutARequestHasNothingToRemember() {
		this.log.log(EVENT);
		assertThat(CurrentRequest.hasTold(SecurityEventType.AUTHZ_FAIL)).isFalse();
		assertThat(CurrentRequest.exchange()).isNull();
	}

	@Test
	void aRequestThatHasEndedDoesNotStopTheEvent() {
		RequestContextHolder.setRequestAttributes(this.request);
		this.request.requestCompleted();
		try (LoggedEvents lines = new LoggedEvents()) {
			this.log.log(EVENT);
			assertThat(lines.messages()).containsExactly("authz_fail:joe");
		}
		assertThat(CurrentRequest.hasTold(SecurityEventType.AUTHZ_FAIL)).isFalse();
		assertThat(CurrentRequest.exchange()).isNull();
	}

}
