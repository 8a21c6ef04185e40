package dev.mainstay.resilience.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.netty.handler.timeout.ReadTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FailureKindTests {

	@ParameterizedTest
	@ValueSource(ints = { 200, 204, 301, 304, 400, 401, 403, 404, 409, 422, 500, 501, 505 })
	void otherAnswersAreFinal(int status) {
		assertThat(FailureKind.of(status)).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void someAnswersRefuse(int status) {
		assertThat(FailureKind.of(status)).isEqualTo(FailureKind.REFUSED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 425, 502, 504 })
	void someAnswersLeaveItOpen(int status) {
		assertThat(FailureKind.of(status)).isEqualTo(FailureKind.AMBIGUOUS);
	}

	@ParameterizedTest
	@MethodSource
	void exceptionsAreClassified(IOException failure, FailureKind kind) {
		assertThat(FailureKind.of(failure)).isEqualTo(kind);
	}

	static Stream<Arguments> exceptionsAreClassified() {
		return Stream.of(arguments(new ConnectException(), FailureKind.NEVER_SENT),
				arguments(new UnknownHostException(), FailureKind.NEVER_SENT),
				arguments(new HttpConnectTimeoutException("x"), FailureKind.NEVER_SENT),
				arguments(new HttpTimeoutException("x"), FailureKind.TIMED_OUT),
				arguments(new SocketTimeoutException(), FailureKind.TIMED_OUT),
				arguments(new SocketException("Connection reset"), FailureKind.AMBIGUOUS),
				arguments(new IOException(new ConnectException()), FailureKind.NEVER_SENT),
				arguments(new ConnectException().initCause(new UnresolvedAddressException()), FailureKind.NEVER_SENT),
				arguments(new NoRouteToHostException(), FailureKind.NEVER_SENT),
				arguments(new SocketTimeoutException("Connect timed out"), FailureKind.NEVER_SENT),
				arguments(new ConnectTimeoutException("x"), FailureKind.NEVER_SENT),
				arguments(new IOException("Request timed out", new TimeoutException()), FailureKind.TIMED_OUT),
				arguments(new IOException(null, ReadTimeoutException.INSTANCE), FailureKind.TIMED_OUT),
				arguments(new SSLException("reset", new SocketException()), FailureKind.AMBIGUOUS),
				arguments(new SSLException("no cipher"), null),
				arguments(new IOException(new SSLHandshakeException("x")), null),
				arguments(new IOException(new InterruptedException()), null),
				arguments(new ProtocolException("too many redirects"), null),
				arguments(new SSLHandshakeException("x"), null), arguments(new InterruptedIOException(), null),
				arguments(new io.netty.channel.ConnectTimeoutException("x"), FailureKind.NEVER_SENT),
				arguments(new IOException(new PoolAcquireTimeoutException(Duration.ofSeconds(45))), null),
				arguments(new IOException(new PoolAcquirePendingLimitException(1)), null),
				arguments(new IOException("Filtered host 10.0.0.1"), null));
	}

	@Test
	void nothingIsTriedAgainOnAnInterruptedThread() {
		Thread.currentThread().interrupt();
		try {
			assertThat(FailureKind.of(new ConnectException())).isNull();
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void aTimeOutCostsDouble() {
		assertThat(FailureKind.TIMED_OUT.cost()).isEqualTo(2);
		assertThat(FailureKind.REFUSED.cost()).isOne();
	}

}
