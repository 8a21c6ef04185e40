package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.stream.Stream;

import dev.mainstay.core.problem.Service;
import dev.mainstay.core.request.RawClient;
import dev.mainstay.core.request.ResponseCommitListener;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What Tomcat turns away before any filter looks like any other failure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TomcatRefusalIntegrationTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String CANARY = "canary-hunter2";

	private Service service;

	@BeforeAll
	void start() {
		this.service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { Marking.class });
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("GET [x HTTP/1.1\r\n" + HOST, 400), arguments("GET /[x HTTP/1.1\r\n" + HOST, 400),
				arguments("GET / HTTP/1.1\r\n" + HOST + "(bad: " + CANARY + "\r\n", 400),
				arguments("GET / HTTP/1.1\r\n" + HOST + HOST, 400), arguments("GET / HTTP/1.1\r\n", 400),
				arguments("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n", 400),
				arguments("POST / HTTP/1.1\r\n" + HOST
						+ "Content-Length: 1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n", 400),
				arguments("POST / HTTP/1.1\r\n" + HOST + "Content-Length: x\r\nExpect: 100-continue\r\n", 400),
				arguments("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n", 501),
				arguments("GET / HTTP/9.9\r\n" + HOST, 505),
				arguments("GET / HTTP/1.1\r\n" + HOST + "X-Many: 1\r\n".repeat(200), 400),
				arguments("GET / HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(9 * 1024) + "\r\n", 400),
				arguments("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003", 400),
				arguments("GET /a%2fb HTTP/1.1\r\n" + HOST, 400), arguments("GET /a%00b HTTP/1.1\r\n" + HOST, 400),
				arguments("GET /../../etc/passwd HTTP/1.1\r\n" + HOST, 400),
				arguments("GET /%2e%2e/ HTTP/1.1\r\n" + HOST, 400), arguments("GET /a\\b HTTP/1.1\r\n" + HOST, 400),
				arguments("GET http://other/ HTTP/1.1\r\nHost: localhost\r\n", 400),
				arguments("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n", 501),
				arguments("OPTIONS * HTTP/1.1\r\n" + HOST + "(bad: " + CANARY + "\r\n", 400),
				arguments("OPTIONS * HTTP/1.1\r\n", 400), arguments("OPTIONS * HTTP/9.9\r\n" + HOST, 505),
				arguments("GET * HTTP/1.1\r\n" + HOST + "(bad: " + CANARY + "\r\n", 400),
				arguments("GET /../../etc/passwd HTTP/1.0\r\n", 400), arguments("GARBAGE\r\n", 400));
	}

	/** Of such a line Tomcat keeps the name, which has no value then. */
	static Stream<Arguments> unreadable() {
		return Stream
			.of("X-Forwarded-For", "Forwarded", "Via", "X-Request-Id", "Accept", "Accept-Language", "traceparent",
					"User-Agent", "Origin", "Cookie", "Expect", "Connection", "Content-Type", "X-Request-Timeout-Ms")
			.map((name) -> arguments("GET / HTTP/1.1\r\n" + HOST + name + ": \r" + CANARY + "\r\n", 400));
	}

	@ParameterizedTest
	@MethodSource({ "refused", "unreadable" })
	void whatTomcatRefusesIsAProblemAndTheConnectionIsClosed(String head, int status) throws IOException {
		Parts answer = send(head + "\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 " + status + " ")
			.containsIgnoringCase("\r\nContent-Type: application/problem+json")
			.containsIgnoringCase("\r\nX-Marked: " + status);
		assertThat(status == 505 || answer.head().contains("\r\nConnection: close")).isTrue();
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("code").asString())
			.isEqualTo((status == 400) ? "malformed-request" : (status == 501) ? "not-implemented" : "server-error");
		assertThat(answer.head())
			.containsIgnoringCase("\r\nX-Request-Id: " + answer.json().path("requestId").asString() + "\r\n");
		assertThat(answer.head() + answer.body()).doesNotContain(CANARY, "Tomcat", "<html", "Exception");
	}

	/** Tomcat refuses the method before any filter, and the upload is broken. */
	@Test
	void anUploadIsNotReadForTheAnswerToWhatWasRefused() throws IOException {
		Parts answer = send("TRACE /a HTTP/1.1\r\n" + HOST + "Content-Type: multipart/form-data; boundary=x\r\n"
				+ "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n16\r\n" + CANARY + "uM!");
		assertThat(answer.head()).startsWith("HTTP/1.1 405 ");
		assertThat(answer.json().path("code").asString()).isEqualTo("method-not-allowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "FOO", "get" })
	void methodsThatAreNoneAreProblemsAndEchoNothing(String method) throws IOException {
		Parts answer = send(
				method + " /orders HTTP/1.1\r\n" + HOST + "X-Secret: " + CANARY + "\r\nConnection: close\r\n\r\n");
		assertThat(answer.head()).containsPattern("^HTTP/1.1 (?:405|501|400) ")
			.containsIgnoringCase("\r\nContent-Type: application/problem+json");
		assertThat(answer.json().path("code").asString()).isIn("method-not-allowed", "not-implemented",
				"malformed-request");
		assertThat(answer.head() + answer.body()).doesNotContain(CANARY);
	}

	@Test
	void aParameterThatCannotBeReadIsRejectedAndNoFailure(CapturedOutput output) throws IOException {
		Parts answer = send(
				"GET /search?page=1&" + CANARY + "=%c0%ae HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 400 ");
		assertThat(answer.json().path("code").asString()).isEqualTo("malformed-request");
		assertThat(output.getAll().lines().filter((line) -> line.contains("mainstay.failure")))
			.anyMatch((line) -> line.contains("Rejected GET "))
			.noneMatch((line) -> line.contains("Failed GET") || line.contains(CANARY));
	}

	@Test
	void aQuestionForTheWholeServerIsAnsweredByTomcat() throws IOException {
		Parts answer = send("OPTIONS * HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 200 ").containsIgnoringCase("\r\nAllow: GET, ");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void aRequestWithoutAVersionIsAnsweredWithABodyAlone() throws IOException {
		assertThat(RawClient.send(this.service.port(), "OPTIONS *\r\n")).startsWith("{\"type\":")
			.contains("\"code\":\"malformed-request\"");
	}

	@Test
	void aClientThatPrefersAPageGetsASmallOne() throws IOException {
		Parts answer = send("GET /a%00b HTTP/1.1\r\n" + HOST + "Accept: text/html\r\n\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("\r\nContent-Type: text/html");
		assertThat(answer.body()).contains("<h1>Malformed Request</h1>").doesNotContain("Tomcat");
	}

	@Test
	void anIdOfTheCallerIsKept() throws IOException {
		Parts answer = send("GET /a%00b HTTP/1.1\r\n" + HOST + "X-Request-Id: mine-1\r\n\r\n");
		assertThat(answer.json().path("requestId").asString()).isEqualTo("mine-1");
		assertThat(answer.json().path("instance").asString()).isEqualTo("/a%00b");
	}

	@Test
	void aHeadIsAnsweredWithoutABody() throws IOException {
		Parts answer = send("HEAD /a%00b HTTP/1.1\r\n" + HOST + "\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 400 ");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void aGoodRequestBeforeABadOneIsAnsweredOnTheSameConnection() throws IOException {
		String both = RawClient.send(this.service.port(),
				"GET /nope HTTP/1.1\r\n" + HOST + "\r\nGET [x HTTP/1.1\r\n\r\n");
		assertThat(both).startsWith("HTTP/1.1 404 ").containsOnlyOnce("HTTP/1.1 400 ");
		assertThat(both.split("application/problem\\+json", -1)).hasSize(3);
	}

	@Test
	void aReportOfTheApplicationStays() throws IOException {
		try (Service own = Service.start(WebApplicationType.SERVLET, new Class<?>[] { OwnReport.class })) {
			assertThat(RawClient.send(own.port(), "GET [x HTTP/1.1\r\n\r\n")).endsWith("my own report");
		}
	}

	@Test
	void theSwitchRestoresThePageOfTomcat() throws IOException {
		try (Service own = Service.start(WebApplicationType.SERVLET, new Class<?>[] { Marking.class },
				"mainstay.problem.enabled=false")) {
			assertThat(RawClient.send(own.port(), "GET [x HTTP/1.1\r\n\r\n")).contains("<!doctype html>");
		}
	}

	@Test
	void evenAnErrorPageThatShowsTracesIsNotTomcats() throws IOException {
		try (Service own = Service.start(WebApplicationType.SERVLET, new Class<?>[] { Marking.class },
				"spring.web.error.include-stacktrace=always")) {
			assertThat(RawClient.send(own.port(), "GET [x HTTP/1.1\r\n\r\n")).contains("malformed-request")
				.doesNotContain("<!doctype");
		}
	}

	private Parts send(String text) throws IOException {
		String answer = RawClient.send(this.service.port(), text);
		int end = answer.indexOf("\r\n\r\n");
		assertThat(end).as(answer).isPositive();
		return new Parts(answer.substring(0, end + 2), answer.substring(end + 4));
	}

	private record Parts(String head, String body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Marking {

		@Bean
		ResponseCommitListener marking() {
			return (head) -> head.setHeader("X-Marked", String.valueOf(head.status()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnReport {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> own() {
			return (factory) -> factory.addContextCustomizers(
					(context) -> context.getParent().getPipeline().addValve(new ReportOfTheApplication()));
		}

	}

	static final class ReportOfTheApplication extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, Throwable throwable) {
			try {
				if (response.setErrorReported()) {
					response.getReporter().write("my own report");
					response.finishResponse();
				}
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
