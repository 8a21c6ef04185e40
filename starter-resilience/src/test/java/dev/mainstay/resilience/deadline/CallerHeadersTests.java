package dev.mainstay.resilience.deadline;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.request.RequestStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallerHeadersTests {

	private static final long MS = 1_000_000;

	private final CallerHeaders headers = new CallerHeaders("X-Request-Timeout-Ms");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			X-Request-Timeout-Ms           | 500                 | 500000000
			X-Request-Timeout-Ms           | 0                   | 0
			X-Request-Timeout-Ms           | 007                 | 7000000
			X-Request-Timeout-Ms           | 999999999999999999  | 9223372036854775807
			grpc-timeout                   | 2H                  | 7200000000000
			grpc-timeout                   | 3M                  | 180000000000
			grpc-timeout                   | 4S                  | 4000000000
			grpc-timeout                   | 5m                  | 5000000
			grpc-timeout                   | 6u                  | 6000
			grpc-timeout                   | 7n                  | 7
			grpc-timeout                   | 99999999H           | 9223372036854775807
			x-envoy-expected-rq-timeout-ms | 15000               | 15000000000
			Connect-Timeout-Ms             | 1000                | 1000000000
			Connect-Timeout-Ms             | 0                   | 0
			Expect-Within                  | 2                   | 2000000000
			Expect-Within                  | 1.5                 | 1500000000
			Expect-Within                  | 0.0                 | 0
			Expect-Within                  | 0.0000000001        | 1000000
			Expect-Within                  | 0.123               | 123000000
			Expect-Within                  | 0.1230001           | 124000000
			Expect-Within                  | 999999999999999999.9 | 9223372036854775807
			""")
	void readsTheTimeThatACallerGives(String header, String value, long nanos) {
		assertThat(this.headers.timeout(request(Map.of(header, List.of(value))))).isEqualTo(nanos);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			X-Request-Timeout-Ms           | ''
			X-Request-Timeout-Ms           | -1
			X-Request-Timeout-Ms           | +1
			X-Request-Timeout-Ms           | 1.5
			X-Request-Timeout-Ms           | 500ms
			X-Request-Timeout-Ms           | 500, 600
			X-Request-Timeout-Ms           | 5 00
			X-Request-Timeout-Ms           | ٥٠٠
			X-Request-Timeout-Ms           | 0x10
			X-Request-Timeout-Ms           | 1000000000000000000
			X-Request-Timeout-Ms           | 99999999999999999999999999
			grpc-timeout                   | 5
			grpc-timeout                   | S
			grpc-timeout                   | 5s
			grpc-timeout                   | 5h
			grpc-timeout                   | -5S
			grpc-timeout                   | 123456789S
			x-envoy-expected-rq-timeout-ms | 0
			x-envoy-expected-rq-timeout-ms | soon
			Connect-Timeout-Ms             | -1
			Expect-Within                  | .5
			Expect-Within                  | 1.
			Expect-Within                  | 1e3
			Expect-Within                  | -1.5
			Expect-Within                  | 1.-5
			Expect-Within                  | 1,5
			Expect-Within                  | NaN
			Expect-Within                  | 0.1234567890123456789
			X-Request-Deadline             | 500
			""")
	void whatCannotBeReadIsNotThere(String header, String value) {
		assertThat(this.headers.timeout(request(Map.of(header, List.of(value))))).isEqualTo(TimeoutFormat.NONE);
	}

	@Test
	void severalValuesAreNone() {
		assertThat(this.headers.timeout(request(Map.of("X-Request-Timeout-Ms", List.of("500", "500")))))
			.isEqualTo(TimeoutFormat.NONE);
	}

	@Test
	void theShortestOfSeveralHeadersCounts() {
		assertThat(this.headers.timeout(request(Map.of("X-Request-Timeout-Ms", List.of("500"),
				"x-envoy-expected-rq-timeout-ms", List.of("15000"), "Expect-Within", List.of("soon")))))
			.isEqualTo(500 * MS);
	}

	@Test
	void theNameOfTheHeaderCanBeAnother() {
		CallerHeaders own = new CallerHeaders("X-Patience");
		assertThat(own.timeout(request(Map.of("X-Patience", List.of("500"))))).isEqualTo(500 * MS);
		assertThat(own.timeout(request(Map.of("X-Request-Timeout-Ms", List.of("500"))))).isEqualTo(TimeoutFormat.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "X-Request-Attempt, 2, 2", "x-envoy-attempt-count, 3, 3", "X-Request-Attempt, 100, 100",
			"X-Request-Attempt, 101, 1", "X-Request-Attempt, 0, 1", "X-Request-Attempt, -2, 1",
			"X-Request-Attempt, 2.0, 1", "X-Request-Attempt, '', 1", "X-Request-Attempt, 0002, 1",
			"X-Request-Attempt, 99999999999, 1", "X-Request-Attempt, ٢, 1", "X-Other, 2, 1" })
	void readsTheNumberOfTheAttempt(String header, String value, int number) {
		assertThat(this.headers.attempt(request(Map.of(header, List.of(value))))).isEqualTo(number);
	}

	@Test
	void theHigherNumberOfTwoCounts() {
		assertThat(this.headers
			.attempt(request(Map.of("X-Request-Attempt", List.of("1"), "x-envoy-attempt-count", List.of("2")))))
			.isEqualTo(2);
	}

	private static InboundRequest request(Map<String, List<String>> headers) {
		return new InboundRequest() {

			@Override
			public String onlyValue(String name) {
				List<String> values = headers.getOrDefault(name, List.of());
				return (values.size() == 1) ? values.get(0) : null;
			}

			@Override
			public RequestStart start() {
				return null;
			}

		};
	}

}
