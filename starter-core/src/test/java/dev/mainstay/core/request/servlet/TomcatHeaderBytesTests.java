package dev.mainstay.core.request.servlet;

import java.nio.charset.StandardCharsets;

import dev.mainstay.core.request.HeaderField;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TomcatHeaderBytesTests {

	private final Response response = new Response(new org.apache.coyote.Response());

	private final TomcatHeaderBytes bytes = new TomcatHeaderBytes(this.response);

	@Test
	void anIdIsAddedAsItIsSent() {
		assertThat(add(this.response.getResponse(), "X-Request-Id", "a-1")).isTrue();
		assertThat(this.response.getHeader("x-request-id")).isEqualTo("a-1");
	}

	/** For Tomcat looks for these in texts only. */
	@ParameterizedTest
	@CsvSource({ "X-A, 'a\r\nSet-Cookie: b=c'", "'X-A\r\nX-B', a", "X-A, ü", "X-A, '\u0000'",
			"Content-Type, text/plain", "content-length, 1" })
	void whatTomcatWouldLookAtIsLeftToIt(String name, String value) {
		String read = value.translateEscapes();
		assertThat(add(this.response.getResponse(), name.translateEscapes(), read)).isFalse();
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void whoeverHasWrappedTheAnswerSeesTheHeader() {
		HttpServletResponse wrapped = new HttpServletResponseWrapper(this.response.getResponse());
		assertThat(add(wrapped, "X-A", "a")).isFalse();
	}

	@Test
	void anAnswerThatAValveHasReplacedIsNotTheServersOwn() {
		HttpServletResponse wrapped = new HttpServletResponseWrapper(this.response.getResponse());
		this.response.setResponse(wrapped);
		assertThat(add(wrapped, "X-A", "a")).isFalse();
	}

	@Test
	void aPolicyAboutWhatTheContentMayDoIsNoDescriptionOfIt() {
		assertThat(add(this.response.getResponse(), "Content-Security-Policy", "default-src 'none'")).isTrue();
		assertThat(this.response.getHeader("content-security-policy")).isEqualTo("default-src 'none'");
	}

	/** It writes a length where the value of the header of an earlier answer was. */
	@Test
	void whatTomcatWritesLaterDoesNotChangeAHeaderThatIsKept() {
		String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
		HeaderField field = HeaderField.of("Content-Security-Policy", policy);
		this.bytes.add(this.response.getResponse(), field);
		MimeHeaders headers = this.response.getCoyoteResponse().getMimeHeaders();
		headers.recycle();
		headers.addValue("Content-Length").setLong(1234);
		headers.recycle();
		this.bytes.add(this.response.getResponse(), field);
		assertThat(this.response.getHeader("Content-Security-Policy")).isEqualTo(policy);
	}

	/** The bytes are of that answer, so that they need no copy, and nobody else's. */
	@Test
	void whatTomcatWritesLaterDoesNotChangeTheHeaderOfTheNextAnswer() {
		HeaderField ids = HeaderField.of("X-Request-Id", "");
		MimeHeaders headers = this.response.getCoyoteResponse().getMimeHeaders();
		for (String id : new String[] { "a".repeat(36), "b".repeat(36) }) {
			this.bytes.add(this.response.getResponse(), ids.forOneAnswer(id));
			assertThat(this.response.getHeader("X-Request-Id")).isEqualTo(id);
			headers.recycle();
			headers.addValue("Content-Length").setLong(1234);
			headers.recycle();
		}
		assertThat(ids.value()).isEmpty();
	}

	@Test
	void whatWasReceivedIsComparedAsItCame() {
		org.apache.coyote.Request request = new org.apache.coyote.Request();
		byte[] value = "empty".getBytes(StandardCharsets.ISO_8859_1);
		request.getMimeHeaders().addValue("Sec-Fetch-Dest").setBytes(value, 0, value.length);
		this.response.setRequest(new Request(new Connector(), request));
		assertThat(this.bytes.received("sec-fetch-dest", "empty")).isTrue();
		assertThat(this.bytes.received("Sec-Fetch-Dest", "Empty")).isFalse();
		assertThat(this.bytes.received("Sec-Fetch-Mode", "empty")).isFalse();
	}

	private boolean add(Object answer, String name, String value) {
		return this.bytes.add(answer, HeaderField.of(name, value));
	}

}
