package dev.mainstay.samples.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PaymentProviderTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private Duration patience = Duration.ofSeconds(30);

	private PaymentProvider provider;

	@BeforeEach
	void start() throws IOException {
		this.provider = PaymentProvider.start(0);
	}

	@AfterEach
	void stop() {
		this.provider.close();
	}

	@Test
	void chargesAsOftenAsItIsAsked() throws Exception {
		assertThat(charge("order-7").body()).contains("\"id\":\"order-7-1\"");
		assertThat(charge("order-7").body()).contains("\"id\":\"order-7-2\"");
		assertThat(counts()).contains("\"charges\":{\"order-7\":2}").contains("\"POST /charges\":2");
	}

	@Test
	void failsTheSameShareInTheSameOrderEachTime() throws Exception {
		int[] first = statusesOfHundredReads();
		assertThat(first).containsOnly(200, 503);
		assertThat(IntStream.of(first).filter((status) -> status == 503).count()).isEqualTo(30);
		assertThat(statusesOfHundredReads()).isEqualTo(first);
	}

	@Test
	void whenItFailsItDoesNotCharge() throws Exception {
		control("POST", "?errors=100&status=500");
		assertThat(charge("order-1").statusCode()).isEqualTo(500);
		assertThat(counts()).contains("\"charges\":{}");
	}

	@Test
	void countsTheCallsThatComeBeforeTheTimeItAskedFor() throws Exception {
		control("POST", "?errors=100&retry-after=60&times=1");
		assertThat(read("order-1-1").headers().firstValue("Retry-After")).hasValue("60");
		assertThat(read("order-1-1").statusCode()).isEqualTo(200);
		assertThat(counts()).contains("\"early\":1");
	}

	@Test
	void whenAnAnswerIsDelayedTheChargeIsMadeAtOnce() throws Exception {
		control("POST", "?delay=40000");
		this.patience = Duration.ofSeconds(1);
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> charge("order-2"));
		this.patience = Duration.ofSeconds(30);
		assertThat(counts()).contains("\"order-2\":1");
	}

	@Test
	void whenItHangsThenOnlyAResetLetsGo() throws Exception {
		control("POST", "?hang=true&times=1");
		this.patience = Duration.ofSeconds(1);
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> read("order-1-1"));
		this.patience = Duration.ofSeconds(30);
		assertThat(read("order-1-1").statusCode()).isEqualTo(200);
		control("DELETE", "");
		assertThat(counts()).contains("\"calls\":{}");
	}

	@Test
	void dropsConnectionsWithoutAnAnswer() throws Exception {
		control("POST", "?drop=true");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> charge("order-3"))
			.isNotInstanceOf(HttpTimeoutException.class);
	}

	private int[] statusesOfHundredReads() throws Exception {
		control("POST", "?errors=30");
		int[] statuses = new int[100];
		for (int i = 0; i < statuses.length; i++) {
			statuses[i] = read("order-1-1").statusCode();
		}
		return statuses;
	}

	private HttpResponse<String> charge(String reference) throws Exception {
		return send("POST", "/charges", "{\"reference\":\"" + reference + "\",\"amount\":12.50}");
	}

	private HttpResponse<String> read(String id) throws Exception {
		return send("GET", "/charges/" + id, "");
	}

	private void control(String method, String query) throws Exception {
		assertThat(send(method, "/control" + query, "").statusCode()).isEqualTo(200);
	}

	private String counts() throws Exception {
		return send("GET", "/control", "").body();
	}

	private HttpResponse<String> send(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.provider.url() + path))
			.timeout(this.patience)
			.method(method, BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

}
