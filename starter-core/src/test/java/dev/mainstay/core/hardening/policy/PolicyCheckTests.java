package dev.mainstay.core.hardening.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyCheckTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void anAttemptNamesBothOrigins() {
		policy(Map.of("mainstay.hardening.locked", "server.shutdown", "server.shutdown", "graceful"));
		service("server.shutdown", "immediate");
		assertThat(look().findings())
			.containsExactly(new Finding("server.shutdown=immediate, where the policy locks graceful",
					"application.properties - 3:1, against policy of server.shutdown"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			server.shutdown        | GRACEFUL    | graceful
			mainstay.mode          | enforce     | report
			a.list                 | a,b         | a, b""")
	void whatIsAsStrictIsNoAttempt(String name, String value, String locked) {
		policy(Map.of("mainstay.hardening.locked", name, name, locked));
		service(name, value);
		assertThat(look().status()).isEqualTo(CheckStatus.PASS);
	}

	@Test
	void aLowerRungIsAnAttempt() {
		policy(Map.of("mainstay.hardening.locked", "mainstay.mode", "mainstay.mode", "enforce"));
		service("mainstay.mode", "report");
		assertThat(look().findings()).hasSize(1);
	}

	@Test
	void anElementOfAListIsAnAttempt() {
		policy(Map.of("mainstay.hardening.locked", "mainstay.trusted-proxies", "mainstay.trusted-proxies",
				"10.0.0.0/8"));
		service("mainstay.trusted-proxies[0]", "0.0.0.0/0");
		assertThat(look().findings()).hasSize(1);
	}

	@Test
	void whatIsOnlyADefaultMayBeChanged() {
		policy(Map.of("mainstay.hardening.locked", "mainstay.mode", "server.shutdown", "graceful", "mainstay.mode",
				"report"));
		service("server.shutdown", "immediate");
		assertThat(look().status()).isEqualTo(CheckStatus.PASS);
	}

	@Test
	void aServiceLocksNothing() {
		policy(Map.of("server.shutdown", "graceful"));
		service("mainstay.hardening.locked", "server.shutdown");
		service("server.shutdown", "immediate");
		assertThat(look().status()).isEqualTo(CheckStatus.NOT_APPLICABLE);
	}

	@Test
	void withoutAPolicyThereIsNothingToWeaken() {
		assertThat(look().status()).isEqualTo(CheckStatus.NOT_APPLICABLE);
	}

	@Test
	void whatThePolicyWantsEnforcedIsAskedForByItsName() {
		policy(Map.of("mainstay.hardening.locked", "mainstay.hardening.enforce", "mainstay.hardening.enforce",
				"blocker, secrets"));
		service("mainstay.hardening.enforce", "");
		assertThat(new PolicyLocks(this.environment).values("mainstay.hardening.enforce"))
			.isEqualTo(List.of("blocker", "secrets"));
		assertThat(new PolicyLocks(this.environment).values("mainstay.mode")).isEmpty();
	}

	private void policy(Map<String, Object> properties) {
		Map<String, Object> tracked = new HashMap<>();
		properties
			.forEach((name, value) -> tracked.put(name, OriginTrackedValue.of(value, origin("policy of " + name))));
		this.environment.getPropertySources()
			.addLast(new OriginTrackedMapPropertySource(MainstayDefaults.POLICY, tracked));
	}

	private void service(String name, String value) {
		this.environment.getPropertySources()
			.addFirst(new OriginTrackedMapPropertySource("service of " + name,
					Map.of(name, OriginTrackedValue.of(value, origin("application.properties - 3:1")))));
	}

	private static Origin origin(String place) {
		return new Origin() {

			@Override
			public String toString() {
				return place;
			}

		};
	}

	private Verdict look() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.setEnvironment(this.environment);
		return new PolicyCheck().look(new InspectedApplication(context));
	}

}
