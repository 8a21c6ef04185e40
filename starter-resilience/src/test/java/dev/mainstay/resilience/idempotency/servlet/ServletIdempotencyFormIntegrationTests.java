package dev.mainstay.resilience.idempotency.servlet;

import java.net.http.HttpRequest;
import java.util.Map;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms and multipart, which a container parses from the body that the fingerprint needs
 * too.
 */
class ServletIdempotencyFormIntegrationTests {

	private static ServletServer server;

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of(), ParameterReader.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Answer form(String path, String body) {
		return form(path, body, "application/x-www-form-urlencoded");
	}

	private Answer form(String path, String body, String type) {
		return server.client.send(server.client.to(path)
			.header("Content-Type", type)
			.header(IdempotencyHeaders.KEY, this.key)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Answer multipart(String boundary, String second) {
		String body = "--%1$s\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nann\r\n"
				+ "--%1$s\r\nContent-Disposition: form-data; name=\"one\"; filename=\"1.txt\"\r\n\r\nfirst\r\n"
				+ "--%1$s\r\nContent-Disposition: form-data; name=\"two\"; filename=\"2.txt\"\r\n\r\n%2$s\r\n--%1$s--\r\n";
		return form("/multipart", String.format(body, boundary, second), "multipart/form-data; boundary=" + boundary);
	}

	@Test
	void handlerSeesTheParametersAndTheRepetitionIsReplayed() {
		Answer first = form("/form?a=0", "a=1&b=gr%C3%BC%C3%9Fe+x&a=2");
		assertThat(first.text()).endsWith(":0,1,2:grüße x:0,1,2");
		assertThat(form("/form?a=0", "a=1&b=gr%C3%BC%C3%9Fe+x&a=2").isReplay()).isTrue();
		assertThat(form("/form?a=0", "a=1&b=other").status()).isEqualTo(422);
	}

	@Test
	void handlerMayReadTheRawForm() {
		assertThat(form("/form/raw", "a=1&b=%20").text()).endsWith(":a=1&b=%20");
		assertThat(form("/form/raw", "a=1&b=%20").isReplay()).isTrue();
	}

	@Test
	void malformedFormIsTheCallersFault() {
		assertThat(form("/form", "a=%zz").status()).isEqualTo(400);
		assertThat(form("/form", "a=1").keyStatus()).isEqualTo("created");
	}

	@Test
	void formThatAnEarlierFilterHasParsedIsStillTold() {
		Answer first = form("/form?parse=1", "a=1&b=2");
		assertThat(first.text()).endsWith(":1:2:1");
		assertThat(form("/form?parse=1", "a=1&b=2").isReplay()).isTrue();
		assertThat(form("/form?parse=1", "a=1&b=3").status()).isEqualTo(422);
	}

	@Test
	void partsAreSeenAndTheBoundaryDoesNotMatter() {
		Answer first = multipart("one-boundary", "second");
		assertThat(first.text()).endsWith(":ann:first:second");
		Answer second = multipart("other-boundary", "second");
		assertThat(second.isReplay()).isTrue();
		assertThat(second.text()).isEqualTo(first.text());
		assertThat(multipart("other-boundary", "changed").status()).isEqualTo(422);
	}

	@Test
	void tooLargePartIsAnsweredAsEver() {
		Answer answer = multipart("boundary", "x".repeat(1024 * 1024 + 1));
		assertThat(answer.status()).isEqualTo(413);
	}

	/**
	 * A filter of the application that asks for a parameter, as those for CSRF and for
	 * hidden methods do.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ParameterReader {

		@Bean
		FilterRegistrationBean<Filter> parameterReadingFilter() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				if ("parse=1".equals(((HttpServletRequest) request).getQueryString())) {
					request.getParameter("_csrf");
				}
				chain.doFilter(request, response);
			});
			registration.setOrder(-110);
			return registration;
		}

	}

}
