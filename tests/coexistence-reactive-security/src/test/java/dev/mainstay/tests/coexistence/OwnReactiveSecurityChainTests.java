package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application with a security chain of its own lets in and keeps out whom it
 * did, in its own words.
 */
class OwnReactiveSecurityChainTests {

	private static final Set<Integer> REFUSALS = Set.of(302, 401, 403);

	private static final String USER = "Basic dXNlcjp1c2Vy";

	@ParameterizedTest
	@ValueSource(classes = { ReactiveChains.Basic.class, ReactiveChains.FormLogin.class,
			ReactiveChains.OwnEntryPoint.class, ReactiveChains.ResourceServer.class, ReactiveChains.NoChain.class })
	void answersOfTheChainAreWhatTheyWere(Class<?> chain) throws JOSEException {
		String token = "Bearer " + token("admin", Instant.now().plusSeconds(600));
		String expired = "Bearer " + token("admin", Instant.now().minusSeconds(600));
		String other = "Bearer " + token("other", Instant.now().plusSeconds(600));
		BeforeAndAfter answers = BeforeAndAfter.of(chain,
				(http) -> Stream
					.of(anonymous(http), with(http, USER), with(http, "Basic bm9ib2R5Om5v"), with(http, token),
							with(http, expired), with(http, other), with(http, "Bearer none"))
					.flatMap((some) -> some),
				"--mainstay.mode=enforce");
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after()).filteredOn((answer) -> REFUSALS.contains(answer.status()))
			.hasSizeGreaterThan(5)
			.allMatch((answer) -> answers.before()
				.stream()
				.anyMatch((before) -> answer.equals(before) || answer.isProblemInPlaceOfNothing(before)));
		assertThat(answers.after()).filteredOn((answer) -> answer.status() == 200).isNotEmpty();
		assertThat(answers.features()).containsEntry("problem", "on").containsEntry("security-headers", "on");
	}

	private static Stream<HttpResponse<String>> anonymous(Http http) {
		return Stream.of(http.get("/secret"), http.get("/secret", "Accept", "text/html"), http.get("/open"),
				http.post("/open", "{}"), http.get("/nowhere"), http.get("/login", "Accept", "text/html"),
				http.get("/actuator/health"), http.get("/actuator/mainstay"), http.get("/actuator/prometheus"));
	}

	private static Stream<HttpResponse<String>> with(Http http, String authorization) {
		return Stream.of("/secret", "/admin", "/open", "/failing", "/refused", "/nowhere")
			.map((path) -> http.get(path, "Authorization", authorization));
	}

	private static String token(String scope, Instant expiry) throws JOSEException {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("ada")
			.claim("scope", scope)
			.expirationTime(Date.from(expiry))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
		token.sign(new MACSigner(ReactiveSecurityApplication.KEY.getEncoded()));
		return token.serialize();
	}

}
