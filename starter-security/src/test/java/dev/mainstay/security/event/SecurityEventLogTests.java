package dev.mainstay.security.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.core.request.TrustedProxies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityEventLogTests {

	private static final TextMasker MASKER = (text) -> text.replace("s3cret", "[masked]");

	private final AtomicLong nanos = new AtomicLong();

	private final LoggedEvents lines = new LoggedEvents();

	private final SecurityEventLog log = log(PrincipalNames.ALL, 2, true);

	@AfterEach
	void end() {
		this.lines.close();
	}

	@Test
	void saysWhatTheRoomSaidAndTheRequest() {
		this.log.log(event(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, null, Map.of("endpoint", "env"),
				request("POST", "/actuator/env")));
		assertThat(this.lines.messages()).containsExactly("authn_login_fail_max:- from 192.0.2.7, POST /actuator/env");
		assertThat(LoggedEvents.fields(this.lines.all().get(0)))
			.isEqualTo(Map.of("security.event", "authn_login_fail_max", "security.severity", "warn", "outcome",
					"failure", "endpoint", "env", "http.request.method", "POST", "url.path", "/actuator/env",
					"client.address", "192.0.2.7", "network.peer.address", "10.0.0.1"));
	}

	@Test
	void whatARoomKnowsOfTheRequestHasTheSameNames() {
		this.log.log(event(SecurityEventType.MALICIOUS_CSRF, null,
				Map.of("method", "g\rx", "route", "/orders", "peer", "10.0.0.9", "reason", "cross-site"), null));
		assertThat(this.lines.messages()).containsExactly("malicious_csrf:- cross-site from 10.0.0.9, _OTHER /orders");
		assertThat(LoggedEvents.fields(this.lines.all().get(0))).containsEntry("network.peer.address", "10.0.0.9")
			.containsEntry("http.route", "/orders")
			.containsEntry("http.request.method", "_OTHER")
			.doesNotContainKeys("method", "route", "peer");
	}

	@Test
	void theIdsOfTheRequestAreInTheMdcAsLongAsItIsLogged() {
		this.log.log(event(SecurityEventType.AUTHZ_FAIL, "joe", Map.of(), request("GET", "/")));
		assertThat(this.lines.all().get(0).getMDCPropertyMap()).containsEntry("requestId", "r-1")
			.containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(MDC.get("requestId")).isNull();
		assertThat(MDC.get("traceId")).isNull();
	}

	@Test
	void whatIsCriticalIsAWarningThatSaysSo() {
		this.log.log(event(SecurityEventType.MALICIOUS_CSRF, "joe", Map.of(), null));
		assertThat(this.lines.all().get(0).getLevel()).isEqualTo(Level.WARN);
		assertThat(LoggedEvents.fields(this.lines.all().get(0))).containsEntry("security.severity", "critical");
	}

	@Test
	void whatAStrangerWroteIsOneShortMaskedLine() {
		String evil = "joe\r\n2026 INFO admin logged in\u001b[2J\u2028\u202e${jndi:x}s3cret" + "x".repeat(10_000);
		this.log
			.log(event(SecurityEventType.AUTHN_LOGIN_FAIL, evil, Map.of("reason", evil), request("G\nT", "/" + evil)));
		String message = this.lines.messages().get(0);
		assertThat(message).startsWith("authn_login_fail:joe??2026 INFO admin logged in?[2J??${jndi:x}[masked]x")
			.hasSizeLessThan(1000);
		assertThat(message + LoggedEvents.fields(this.lines.all().get(0))).doesNotContain("s3cret")
			.doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202e]")
			.hasSizeLessThan(3000);
	}

	@Test
	void aSecretIsMaskedBeforeTheTextIsCut() {
		this.log.log(event(SecurityEventType.AUTHN_LOGIN_FAIL, "x".repeat(97) + "s3cret", Map.of(), null));
		assertThat(this.lines.messages()).containsExactly("authn_login_fail:" + "x".repeat(97) + "[ma...");
	}

	@Test
	void aLetterOfTwoHalvesIsNotCut() {
		this.log.log(event(SecurityEventType.AUTHN_LOGIN_FAIL, "x".repeat(99) + "\ud83d\ude00", Map.of(), null));
		this.log.log(event(SecurityEventType.AUTHN_LOGIN_FAIL, "\ud83d\ude00\ude00", Map.of(), null));
		assertThat(this.lines.messages()).containsExactly("authn_login_fail:" + "x".repeat(99) + "?...",
				"authn_login_fail:\ud83d\ude00?");
	}

	@Test
	void ofTenThousandFailuresSomeAreLoggedAndAllAreCounted() {
		for (int i = 0; i < 10_000; i++) {
			this.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
			this.log.log(event(SecurityEventType.AUTHN_LOGIN_FAIL, "joe", Map.of(), null));
		}
		this.log.close();
		long logged = this.lines.count("authn_login_fail");
		long suppressed = this.lines.all()
			.stream()
			.mapToLong((it) -> (long) LoggedEvents.fields(it).getOrDefault("suppressed", 0L))
			.sum();
		assertThat(logged).isEqualTo(2 * 10);
		assertThat(suppressed).isEqualTo(10_000 - logged);
		assertThat(this.lines.all()).hasSizeLessThanOrEqualTo(31);
		assertThat(this.log.count(SecurityEventType.AUTHN_LOGIN_FAIL)).isEqualTo(10_000);
	}

	@Test
	void theNextRequestOfAnybodyTellsWhatWasSuppressed() {
		for (int i = 0; i < 5; i++) {
			this.log.log(event(SecurityEventType.AUTHZ_FAIL, "joe", Map.of(), null));
		}
		this.lines.clear();
		complete();
		assertThat(this.lines.all()).isEmpty();
		this.nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
		complete();
		complete();
		assertThat(this.lines.messages()).containsExactly("authz_fail 3 more times, which were not logged one by one");
	}

	@Test
	void isSilentWhereItIsSwitchedOff() {
		SecurityEventLog off = log(PrincipalNames.ALL, 0, false);
		off.log(event(SecurityEventType.AUTHZ_FAIL, "joe", Map.of(), null));
		assertThat(this.lines.all()).isEmpty();
		assertThat(off.count(SecurityEventType.AUTHZ_FAIL)).isZero();
	}

	@Test
	void neverThrows() {
		SecurityEventLog broken = new SecurityEventLog(PrincipalNames.ALL, 0, (text) -> {
			throw new IllegalStateException("no masking");
		}, TrustedProxies.none(), true);
		broken.log(event(SecurityEventType.AUTHZ_FAIL, "joe", Map.of(), null));
		assertThat(this.lines.all()).isEmpty();
		assertThat(broken.count(SecurityEventType.AUTHZ_FAIL)).isEqualTo(1);
	}

	private void complete() {
		Peer peer = new Peer("10.0.0.1", null, List.of(), false);
		new RequestLifecycle(() -> List.of(this.log), TrustedProxies.none())
			.begin(new RequestStart("GET", "/", peer, RequestOrigin.PROBE, System.nanoTime()))
			.complete(new RequestEnd(200, false, -1, -1));
	}

	private SecurityEventLog log(PrincipalNames names, int limit, boolean enabled) {
		return new SecurityEventLog(new Principals(names, MASKER), new FailureLimit(limit, this.nanos::get), MASKER,
				TrustedProxies.of(List.of("10.0.0.0/8")), enabled);
	}

	private static SecurityEvent event(SecurityEventType type, @Nullable String principal, Map<String, String> data,
			@Nullable RequestExchange request) {
		return new SecurityEvent(type, principal, data, request);
	}

	private static RequestExchange request(String method, String path) {
		RequestLifecycle lifecycle = new RequestLifecycle(List::of, TrustedProxies.none());
		Peer peer = new Peer("10.0.0.1", "10.0.0.2", List.of("192.0.2.7"), true);
		RequestExchange exchange = lifecycle
			.begin(new RequestStart(method, path, peer, RequestOrigin.APPLICATION, System.nanoTime()));
		exchange.identify("r-1");
		exchange.traced(new TraceIds("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));
		return exchange;
	}

}
