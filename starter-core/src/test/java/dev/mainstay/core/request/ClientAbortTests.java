package dev.mainstay.core.request;

import java.io.IOException;

import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;

import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAbortTests {

	@Test
	void whatTheServerSaysOfTheClientIsAnAbort() {
		assertThat(ClientAbort.isCauseOf(new ClientAbortException())).isTrue();
		IOException gone = new IOException("Broken pipe");
		assertThat(ClientAbort.isCauseOf(new RuntimeException(new AsyncRequestNotUsableException("gone", gone))))
			.isTrue();
	}

	@Test
	void writingAfterTheOwnTimeOutIsNone() {
		assertThat(ClientAbort.isCauseOf(new AsyncRequestNotUsableException("after async request completion")))
			.isFalse();
	}

	@Test
	void aBrokenPipeToSomebodyElseIsNone() {
		assertThat(ClientAbort.isCauseOf(new IOException("Broken pipe"))).isFalse();
		assertThat(ClientAbort.isCauseOf(null)).isFalse();
	}

	@Test
	void causesThatGoRoundEnd() {
		Exception one = new Exception();
		one.initCause(new Exception(one));
		assertThat(ClientAbort.isCauseOf(one)).isFalse();
	}

}
