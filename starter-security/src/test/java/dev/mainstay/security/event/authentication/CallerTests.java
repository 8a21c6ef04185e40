package dev.mainstay.security.event.authentication;

import java.util.List;

import dev.mainstay.security.event.SecurityEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@Test
	void aTokenThatIsItsOwnPrincipalHasNoName() {
		assertThat(new Caller(new OpaqueAuthenticationToken("eyJ0b2tlbg")).name()).isNull();
		SecurityEvent event = new Caller(new OpaqueAuthenticationToken("eyJ0b2tlbg"))
			.notAuthenticated(new BadCredentialsException("eyJ0b2tlbg"), null);
		assertThat(event.toString()).doesNotContain("eyJ0b2tlbg");
		assertThat(event.data()).containsEntry("authentication", "opaque").containsEntry("reason", "bad-credentials");
	}

	@Test
	void aNameThatIsThePasswordIsNone() {
		assertThat(new Caller(new UsernamePasswordAuthenticationToken("joe", "joe")).name()).isNull();
		assertThat(new Caller(new UsernamePasswordAuthenticationToken("joe", "x")).name()).isEqualTo("joe");
		assertThat(new Caller(new UsernamePasswordAuthenticationToken(null, "x")).name()).isNull();
	}

	@Test
	void aReasonTellsNotWhichUsersThereAre() {
		Caller caller = new Caller(new UsernamePasswordAuthenticationToken("joe", "x"));
		assertThat(List.of(new UsernameNotFoundException("joe"), new BadCredentialsException("no")))
			.allSatisfy((ex) -> assertThat(caller.notAuthenticated(ex, null).data()).containsEntry("reason",
					"bad-credentials"));
		assertThat(caller.notAuthenticated(new CredentialsExpiredException("old"), null).data())
			.containsEntry("reason", "credentials-expired")
			.containsEntry("authentication", "username-password");
	}

	@Test
	void aStrangerIsNobody() {
		assertThat(new Caller(null).isSomebody()).isFalse();
		assertThat(new Caller(
				new AnonymousAuthenticationToken("key", "anonymous", AuthorityUtils.createAuthorityList("ANY")))
			.isSomebody()).isFalse();
		assertThat(new Caller(new UsernamePasswordAuthenticationToken("joe", "x")).isSomebody()).isTrue();
	}

	private static final class OpaqueAuthenticationToken extends AbstractAuthenticationToken {

		private static final long serialVersionUID = 1L;

		private final String token;

		OpaqueAuthenticationToken(String token) {
			super(List.of());
			this.token = token;
		}

		@Override
		public Object getCredentials() {
			return this.token;
		}

		@Override
		public @Nullable Object getPrincipal() {
			return this.token;
		}

	}

}
