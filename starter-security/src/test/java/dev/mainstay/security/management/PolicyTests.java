package dev.mainstay.security.management;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.request.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyTests {

	private static final String TOKEN = "token-token-token-token-";

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
	void onlyATokenIsASecretThatIsCompared() {
		assertThat(new TokenPolicy(TOKEN).comparesSecretOf(TestCall.with("Bearer x"))).isTrue();
		assertThat(new TokenPolicy(TOKEN).comparesSecretOf(TestCall.with("bearer " + TOKEN))).isTrue();
		assertThat(new TokenPolicy(TOKEN).comparesSecretOf(TestCall.with("Basic " + TOKEN))).isFalse();
		assertThat(new TokenPolicy(TOKEN).comparesSecretOf(TestCall.with("Bearer"))).isFalse();
		assertThat(new TokenPolicy(TOKEN).comparesSecretOf(TestCall.by(null))).isFalse();
		assertThat(new TokenPolicy(null).comparesSecretOf(TestCall.with("Bearer x"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { TOKEN + "\n", " " + TOKEN, TOKEN + "\r\n" })
	void whatAFileOrAVariableAddsAroundATokenDoesNotCount(String configured) {
		assertThat(new TokenPolicy(configured).admits(TestCall.with("Bearer " + TOKEN))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n" })
	void aBlankTokenAdmitsNobody(String configured) {
		assertThat(new TokenPolicy(configured).admits(TestCall.with("Bearer " + configured))).isFalse();
		assertThat(new TokenPolicy(configured).challenge()).isNull();
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
		assertThat(policy.admits(TestCall.from("prometheus", "::ffff:10.1.2.3"))).isTrue();
		assertThat(policy.admits(TestCall.from("prometheus", "::ffff:10.2.2.3"))).isFalse();
		assertThat(policy.admits(TestCall.from("mainstay", "10.1.2.3"))).isFalse();
		assertThat(policy.admits(TestCall.from("prometheus", "10.2.0.1"))).isFalse();
		assertThat(policy.admits(new TestCall("prometheus", Peer.unknown(), Map.of(), null, ""))).isFalse();
		assertThat(new ScrapePolicy(List.of()).admits(TestCall.from("prometheus", "127.0.0.1"))).isFalse();
	}

	@Test
	void aForwardingHeaderMakesNobodyAScraper() {
		Peer forwarded = new Peer("192.0.2.1", "10.1.0.1", List.of("10.1.2.3"), true);
		assertThat(new ScrapePolicy(List.of("10.1.0.0/16"))
			.admits(new TestCall("prometheus", forwarded, Map.of("X-Forwarded-For", "10.1.2.3"), null, ""))).isFalse();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void aProxyInTheRangeIsWarnedOfOnce(CapturedOutput output) {
		ScrapePolicy policy = new ScrapePolicy(List.of("10.1.0.0/16"));
		assertThat(policy.admits(TestCall.from("prometheus", "10.1.2.4"))).isTrue();
		assertThat(policy.admits(TestCall.from("prometheus", "10.1.2.4"))).isTrue();
		assertThat(output.getOut().split("through a proxy at 10.1.2.4", -1)).hasSize(2);
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
