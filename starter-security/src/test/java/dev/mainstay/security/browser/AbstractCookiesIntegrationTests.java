package dev.mainstay.security.browser;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is added to cookies over real HTTP, the same on every web stack.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractCookiesIntegrationTests extends AbstractBrowserIntegrationTests {

	private static final String HTTPS = "--mainstay.security.headers.hsts=true";

	private final Class<?> remembering;

	/** The application that remembers in a session that it was asked before. */
	AbstractCookiesIntegrationTests(WebApplicationType type, Class<?> remembering) {
		super(type);
		this.remembering = remembering;
	}

	@Test
	void whatNobodyHasSetIsAddedAndWhatIsSetWins() {
		assertThat(cookies(start(ENFORCE, HTTPS).get("/cookies"))).hasSize(8)
			.contains("plain=1; SameSite=Lax; Secure", "set=1; Path=/; Secure; HttpOnly; SameSite=Strict",
					"embedded=1; secure; samesite=None", "chips=1; Secure; Partitioned",
					"XSRF-TOKEN=1; Path=/; SameSite=Lax; Secure",
					"JSESSIONID=1; Path=/; SameSite=Lax; Secure; HttpOnly", "malformed")
			.anySatisfy((gone) -> assertThat(gone).startsWith("gone=; Max-Age=0").endsWith("; SameSite=Lax; Secure"));
	}

	/** To change the id at a login is for whoever signs the user in. */
	@Test
	void aSessionThatWasPlantedIsNotTakenAndItsOwnIsBoundToTheHost() {
		Running running = start(this.remembering, ENFORCE, HTTPS, "--mainstay.security.browser.host-prefix=true");
		String planted = "0123456789ABCDEF".repeat(2);
		HttpResponse<String> first = running.get("/remember", "Cookie",
				"__Host-JSESSIONID=" + planted + "; __Host-SESSION=" + planted);
		assertThat(first.body()).isEqualTo("new");
		assertThat(cookies(first)).singleElement()
			.asString()
			.startsWith("__Host-")
			.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain(planted, "Domain");
		HttpResponse<String> again = running.get("/remember", "Cookie", cookies(first).get(0).split(";")[0]);
		assertThat(again.body()).isEqualTo("known");
	}

	@Test
	void aServiceThatIsNotKnownToBeReachedByHttpsSetsNothingSecure() {
		assertThat(cookies(start(ENFORCE).get("/cookies"))).contains("plain=1; SameSite=Lax",
				"JSESSIONID=1; Path=/; SameSite=Lax; HttpOnly");
	}

	@Test
	void aProxyThatIsReadSaysThatTheRequestWasSecure() {
		Running running = start(ENFORCE, "--server.forward-headers-strategy=framework");
		assertThat(cookies(running.get("/cookies", "X-Forwarded-Proto", "https")))
			.contains("plain=1; SameSite=Lax; Secure");
		assertThat(cookies(running.get("/cookies"))).contains("plain=1; SameSite=Lax");
	}

	@Test
	void inReportNothingIsAddedAndWhatWouldBeIsSaidOnce(CapturedOutput output) {
		Running running = start();
		for (int i = 0; i < 3; i++) {
			assertThat(cookies(running.get("/cookies"))).contains("plain=1", "JSESSIONID=1; Path=/");
		}
		assertThat(running.rule(CookieAttributes.RULE).hits()).isEqualTo(3);
		assertThat(output.getOut().split("The cookie plain would get 'SameSite=Lax'", -1)).hasSize(2);
		assertThat(output).contains("mainstay.security.browser.cookies=enforce")
			.doesNotContain("The cookie set would", "The cookie chips would");
	}

	@Test
	void offNothingIsLookedAt() {
		Running running = start(ENFORCE, "--mainstay.security.browser.cookies=off");
		assertThat(cookies(running.get("/cookies"))).contains("plain=1");
		assertThat(running.rule(CookieAttributes.RULE).hits()).isZero();
	}

	@Test
	void theSwitchTakesAllOfItAway() {
		Running running = start(ENFORCE, "--mainstay.security.browser.enabled=false");
		assertThat(cookies(running.get("/cookies"))).contains("plain=1");
		assertThat(running.context().getBeansOfType(CookieAttributes.class)).isEmpty();
	}

	static List<String> cookies(HttpResponse<String> answer) {
		return answer.headers().allValues("Set-Cookie");
	}

}
