package dev.mainstay.core.request.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.apache.catalina.connector.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TomcatHeaderBytesTests {

	private final Response response = new Response(new org.apache.coyote.Response());

	private final TomcatHeaderBytes bytes = new TomcatHeaderBytes(this.response);

	@Test
	void anIdIsAddedAsItIsSent() {
		assertThat(this.bytes.add(this.response.getResponse(), "X-Request-Id", "a-1")).isTrue();
		assertThat(this.response.getHeader("x-request-id")).isEqualTo("a-1");
	}

	/** For Tomcat looks for these in texts only. */
	@ParameterizedTest
	@CsvSource({ "X-A, 'a\r\nSet-Cookie: b=c'", "'X-A\r\nX-B', a", "X-A, ü", "X-A, '\u0000'",
			"Content-Type, text/plain", "content-length, 1" })
	void whatTomcatWouldLookAtIsLeftToIt(String name, String value) {
		String read = value.translateEscapes();
		assertThat(this.bytes.add(this.response.getResponse(), name.translateEscapes(), read)).isFalse();
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void whoeverHasWrappedTheAnswerSeesTheHeader() {
		HttpServletResponse wrapped = new HttpServletResponseWrapper(this.response.getResponse());
		assertThat(this.bytes.add(wrapped, "X-A", "a")).isFalse();
	}

	@Test
	void anAnswerThatAValveHasReplacedIsNotTheServersOwn() {
		HttpServletResponse wrapped = new HttpServletResponseWrapper(this.response.getResponse());
		this.response.setResponse(wrapped);
		assertThat(this.bytes.add(wrapped, "X-A", "a")).isFalse();
	}

}
