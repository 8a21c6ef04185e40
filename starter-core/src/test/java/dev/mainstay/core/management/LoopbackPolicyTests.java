package dev.mainstay.core.management;

import dev.mainstay.core.request.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoopbackPolicyTests {

	private final ManagementAccessPolicy policy = ManagementAccessPolicy.loopback();

	@ParameterizedTest
	@CsvSource({ "127.0.0.1,127.0.0.1", "127.0.0.1,127.0.1.1", "::1,::1", "0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:1",
			"::1%lo,::1", "::ffff:127.0.0.1,127.0.0.1" })
	void admitsASocketWhoseTwoEndsAreLoopback(String address, String localAddress) {
		assertThat(this.policy.admits(TestCall.from(address, localAddress, false))).isTrue();
		assertThat(this.policy.admits(TestCall.from(address, localAddress, true))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1,10.0.0.2", "127.0.0.1,10.0.0.2", "10.0.0.1,127.0.0.1", "::2,::1", "localhost,localhost",
			"128.0.0.1,127.0.0.1", "0.0.0.0,127.0.0.1", "::,::1", "fe80::1,fe80::1", "::127.0.0.1,127.0.0.1", ",",
			"127.0.0.1,", "'127.0.0.1, 10.0.0.1',127.0.0.1" })
	void refusesEverythingElse(String address, String localAddress) {
		assertThat(this.policy.admits(TestCall.from(address, localAddress, false))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "[::1]" })
	void admitsWhoAsksForThisMachine(String host) {
		assertThat(this.policy.admits(TestCall.from("127.0.0.1", "127.0.0.1", false).to(host))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "example.com:8080", "localhost.example.com", "127.0.0.1.example.com",
			"10.0.0.1", "[::2]:8080", "", ":8080", "::1", "[::1].example.com", "localhost:x", "127.0.0.1%x", "[",
			"localhost, localhost" })
	void refusesWhoAsksForAnotherName(String host) {
		assertThat(this.policy.admits(TestCall.from("127.0.0.1", "127.0.0.1", false).to(host))).isFalse();
	}

	@Test
	void refusesAPeerOfWhichNothingIsKnown() {
		assertThat(this.policy.admits(new TestCall("prometheus", Peer.unknown()))).isFalse();
	}

}
