package dev.mainstay.tests.harness.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OtlpReceiverTests {

	private final OtlpReceiver receiver = OtlpReceiver.start();

	@AfterEach
	void close() {
		this.receiver.close();
	}

	@Test
	void readsWhatIsSentCompressedToo() throws Exception {
		assertThat(send(span("one"), false)).isEqualTo(200);
		assertThat(send(span("two"), true)).isEqualTo(200);
		assertThat(this.receiver.spans()).extracting(Span::getName).containsExactly("one", "two");
		assertThat(this.receiver.text()).contains("name: \"one\"");
		assertThat(this.receiver.requests()).containsExactly("/v1/traces", "/v1/traces");
	}

	@Test
	void tellsWhatItCannotRead() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(new byte[] { 1, 2, 3 }, false));
		assertThat(this.receiver.failures()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "BROKEN, 500", "UNAVAILABLE, 503", "TOO_LARGE, 413", "GARBAGE, 502" })
	void takesNothingWhileItFailsAndRecovers(Fault fault, int status) throws Exception {
		this.receiver.failWith(fault);
		assertThat(send(span("lost"), false)).isEqualTo(status);
		assertThat(this.receiver.spans()).isEmpty();
		this.receiver.failWith(Fault.NONE);
		assertThat(send(span("taken"), false)).isEqualTo(200);
		assertThat(this.receiver.spans()).extracting(Span::getName).containsExactly("taken");
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "HUNG", "SLOW" })
	void hasNoEndWhereItHangs(Fault fault) throws Exception {
		this.receiver.failWith(fault);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(span("lost"), false))
			.withCauseInstanceOf(TimeoutException.class);
		this.receiver.failWith(Fault.NONE);
		assertThat(send(span("taken"), false)).isEqualTo(200);
	}

	@Test
	void canBeGoneAndComeBackOnTheSamePort() throws Exception {
		this.receiver.failWith(Fault.REFUSED);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(span("lost"), false));
		this.receiver.failWith(Fault.NONE);
		assertThat(send(span("taken"), false)).isEqualTo(200);
	}

	private int send(byte[] body, boolean compressed) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.receiver.endpoint() + "/v1/traces"))
			.POST(HttpRequest.BodyPublishers.ofByteArray(compressed ? gzip(body) : body));
		if (compressed) {
			request.header("Content-Encoding", "gzip");
		}
		// The patience of the JDK's client ends with the headers of an answer.
		try {
			return HttpClient.newHttpClient()
				.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
				.get(2, TimeUnit.SECONDS)
				.statusCode();
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException(ex);
		}
	}

	private static byte[] span(String name) {
		return ExportTraceServiceRequest.newBuilder()
			.addResourceSpans(ResourceSpans.newBuilder()
				.addScopeSpans(ScopeSpans.newBuilder().addSpans(Span.newBuilder().setName(name))))
			.build()
			.toByteArray();
	}

	private static byte[] gzip(byte[] body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(body);
		}
		return bytes.toByteArray();
	}

}
