package dev.mainstay.security.management;

import java.util.List;

import dev.mainstay.core.request.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyTests {

	private static final String TOKEN = "token-".repeat(4);

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer ", "BEARER  " })
	void aTokenAdmits(String scheme) {
		assertThat(new TokenPolicy(TOKEN).admits(TestCall.with(scheme + TOKEN))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Basic " + "token-token-token-token-", "Bearer token-token",
			"Bearer TOKEN-TOKEN-TOKEN-TOKEN-", "Bearer token-token-token-token-x", "Bearer  null",
			"token-token-token-token-", "Bearer,token-token-token-token-" })
	void anythingElseDoesNot(String authorization) {
		assertThat(new TokenPolicy(TOKEN).admits(TestCall.with(authorization))).isFalse();
		assertThat(new TokenPolicy(null).admits(TestCall.with(authorization))).isFalse();
	}

	@Test
	void theTokenIsOnlyAskedForWhereThereIsOne() {
		assertThat(new TokenPolicy(TOKEN).challenge()).isEqualTo("Bearer");
		assertThat(new TokenPolicy(null).challenge()).isNull();
		assertThat(new TokenPolicy(TOKEN).admits(TestCall.by(null))).isFalse();
	}

	@Test
	void aScraperIsAdmittedByTheAddressOfItsSocketOnly() {
		ScrapePolicy policy = new ScrapePolicy(List.of("10.1.0.0/16", "fd00::/8"));
		assertThat(policy.admits(TestCall.from("prometheus", "10.1.2.3"))).isTrue();
		assertThat(policy.admits(TestCall.from("prometheus", "fd12::1"))).isTrue();
		assertThat(policy.admits(TestCall.from("mainstay", "10.1.2.3"))).isFalse();
		assertThat(policy.admits(TestCall.from("prometheus", "10.2.0.1"))).isFalse();
		assertThat(policy.admits(new TestCall("prometheus", Peer.unknown(), java.util.Map.of(), null, ""))).isFalse();
		assertThat(new ScrapePolicy(List.of()).admits(TestCall.from("prometheus", "127.0.0.1"))).isFalse();
	}

	@Test
	void aRangeThatIsNoneIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ScrapePolicy(List.of("10.0.0.0/33")))
			.withMessageContaining("10.0.0.0/33");
	}

	@Test
	void aRoleOfTheContainerAdmits() {
		assertThat(new RolePolicy("ACTUATOR").admits(TestCall.in("ACTUATOR"))).isTrue();
		assertThat(new RolePolicy("ACTUATOR").admits(TestCall.in("USER"))).isFalse();
	}

	@Test
	void anAuthorityOfSpringSecurityAdmits() {
		assertThat(new AuthorityPolicy("ACTUATOR").admits(TestCall.by(user("ROLE_ACTUATOR")))).isTrue();
		assertThat(new AuthorityPolicy("SCOPE_metrics").admits(TestCall.by(user("SCOPE_metrics")))).isTrue();
		assertThat(new AuthorityPolicy("ACTUATOR").admits(TestCall.by(user("ROLE_USER")))).isFalse();
		assertThat(new AuthorityPolicy("ACTUATOR").admits(TestCall.by(null))).isFalse();
		assertThat(new AuthorityPolicy("ACTUATOR").admits(TestCall.by(() -> "ROLE_ACTUATOR"))).isFalse();
	}

	@Test
	void nobodyIsAdmittedWithoutAuthentication() {
		AuthorityPolicy policy = new AuthorityPolicy("ACTUATOR");
		assertThat(policy.admits(TestCall.by(new AnonymousAuthenticationToken("key", "anonymous",
				AuthorityUtils.createAuthorityList("ROLE_ACTUATOR")))))
			.isFalse();
		UsernamePasswordAuthenticationToken pending = user("ROLE_ACTUATOR");
		pending.setAuthenticated(false);
		assertThat(policy.admits(TestCall.by(pending))).isFalse();
	}

	private static UsernamePasswordAuthenticationToken user(String authority) {
		return UsernamePasswordAuthenticationToken.authenticated("user", "",
				AuthorityUtils.createAuthorityList(authority));
	}

}
