package dev.mainstay.resilience.idempotency;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RouteRulesTests {

	private final RouteRules rules = rules(null);

	private static RouteRules rules(WhenDown whenDown) {
		return new RouteRules(List.of(RouteRule.parse("/**", KeyUse.OFF),
				RouteRule.parse("/payments/**", KeyUse.REQUIRED), RouteRule.parse("/payments/{id}", KeyUse.OPTIONAL),
				RouteRule.parse("/payments/drafts", KeyUse.OFF),
				RouteRule.parse("PATCH /payments/drafts", KeyUse.REQUIRED),
				RouteRule.parse(" PUT  /payments/{id}", KeyUse.REQUIRED)), whenDown, IdempotencyMode.LEASE);
	}

	private static RoutePolicy policy(RouteRules rules, String method, String path) {
		return rules.policy(method, () -> PathContainer.parsePath(path), () -> null);
	}

	@ParameterizedTest
	@CsvSource({ "POST,/orders,OFF", "POST,/payments/a/b,REQUIRED", "POST,/payments/7,OPTIONAL",
			"POST,/payments/drafts,OFF", "PATCH,/payments/drafts,REQUIRED", "PUT,/payments/7,REQUIRED",
			"PUT,/payments/a/b,OFF", "GET,/payments/a/b,OFF", "HEAD,/payments/a/b,OFF", "DELETE,/payments/7,OFF" })
	void mostSpecificRuleCounts(String method, String path, KeyUse use) {
		assertThat(policy(this.rules, method, path).use()).isEqualTo(use);
	}

	@Test
	void withoutRulesPostAndPatchTakeKeys() {
		RouteRules none = new RouteRules(List.of(), null, IdempotencyMode.LEASE);
		assertThat(policy(none, "POST", "/a").use()).isEqualTo(KeyUse.OPTIONAL);
		assertThat(policy(none, "PATCH", "/a").use()).isEqualTo(KeyUse.OPTIONAL);
		assertThat(policy(none, "PUT", "/a").use()).isEqualTo(KeyUse.OFF);
		assertThat(none.requireSome()).isFalse();
	}

	@Test
	void storeThatIsDownClosesRequiredRoutesUnlessSaidOtherwise() {
		assertThat(policy(this.rules, "POST", "/payments/a/b").closed()).isTrue();
		assertThat(policy(this.rules, "POST", "/payments/7").closed()).isFalse();
		assertThat(policy(rules(WhenDown.OPEN), "POST", "/payments/a/b").closed()).isFalse();
		assertThat(policy(rules(WhenDown.CLOSED), "POST", "/payments/7").closed()).isTrue();
	}

	@Test
	void whatCannotBeFoundOutLeavesTheRules() {
		RoutePolicy policy = this.rules.policy("POST", () -> PathContainer.parsePath("/payments/a/b"), () -> {
			throw new IllegalStateException("a condition of the application");
		});
		assertThat(policy.isRequired()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "payments,slash", "GET /payments,POST", "post /payments,POST", "POST payments,slash",
			"/payments/{id,cannot be read", "'',slash" })
	void whatIsNoRouteIsRefused(String route, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> RouteRule.parse(route, KeyUse.OFF))
			.withMessageContaining(reason);
	}

}
