package dev.mainstay.security.event;

import dev.mainstay.core.masking.TextMasker;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrincipalsTests {

	@Test
	void aClaimedNameIsHashedUntilSomebodyHasAuthenticatedByIt() {
		Principals principals = principals(PrincipalNames.KNOWN);
		assertThat(principals.tell("joe", true)).hasToString(principals.tell("joe", true) + "")
			.asString()
			.matches("#[0-9a-f]{12}");
		assertThat(principals.tell("ann", true)).asString().isNotEqualTo(principals.tell("joe", true) + "");
		principals.authenticated("joe");
		assertThat(principals.tell("joe", true)).hasToString("joe");
		assertThat(principals.tell("Joe", true)).asString().startsWith("#");
	}

	@Test
	void whoeverHasAuthenticatedIsShown() {
		assertThat(principals(PrincipalNames.KNOWN).tell("joe", false)).hasToString("joe");
	}

	@Test
	void allAndNoneAreShownRegardless() {
		assertThat(principals(PrincipalNames.ALL).tell("joe", true)).hasToString("joe");
		Principals none = principals(PrincipalNames.NONE);
		none.authenticated("joe");
		assertThat(none.tell("joe", false)).asString().startsWith("#");
	}

	@Test
	void nobodyIsNobody() {
		assertThat(principals(PrincipalNames.ALL).tell(null, true)).isNull();
		assertThat(principals(PrincipalNames.ALL).tell("", true)).isNull();
	}

	@Test
	void theHashIsAnotherOneAfterARestart() {
		String hash = principals(PrincipalNames.NONE).tell("joe", true) + "";
		assertThat(principals(PrincipalNames.NONE).tell("joe", true)).asString().isNotEqualTo(hash);
	}

	@Test
	void theNamesThatWereSeenLastAreKnown() {
		Principals principals = principals(PrincipalNames.KNOWN);
		for (int i = 0; i <= Principals.MAX_KNOWN; i++) {
			principals.authenticated("user" + i);
			principals.authenticated("user0");
		}
		assertThat(principals.tell("user0", true)).hasToString("user0");
		assertThat(principals.tell("user1", true)).asString().startsWith("#");
		assertThat(principals.tell("user2", true)).hasToString("user2");
		assertThat(principals).extracting("known")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasSize(Principals.MAX_KNOWN);
	}

	private static Principals principals(PrincipalNames names) {
		return new Principals(names, TextMasker.none());
	}

}
