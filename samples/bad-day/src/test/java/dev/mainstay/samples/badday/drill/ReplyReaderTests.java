package dev.mainstay.samples.badday.drill;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyReaderTests {

	@Test
	void readsABodyOfKnownLengthAndNoMore() {
		Reply reply = read("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabcdef");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("content-type")).isEqualTo("text/plain");
		assertThat(reply.body()).isEqualTo("abc");
	}

	@Test
	void readsABodyInChunksAfterInterimAnswers() {
		Reply reply = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
		assertThat(reply).extracting(Reply::status, Reply::body).containsExactly(201, "abcde");
	}

	@Test
	void readsABodyToTheEnd() {
		assertThat(read("HTTP/1.0 400 Bad Request\nConnection: close\n\nno").body()).isEqualTo("no");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 999 No\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Type: text/" })
	void isNoAnswerWhenItEndsBeforeItsBody(String text) {
		assertThat(read(text)).isEqualTo(Reply.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nmany\r\n" })
	void keepsWhatThereIsOfABody(String text) {
		assertThat(read(text).body()).isEqualTo("abc");
	}

	private static Reply read(String text) {
		return new ReplyReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))).read();
	}

}
