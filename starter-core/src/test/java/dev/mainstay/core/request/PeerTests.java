package dev.mainstay.core.request;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeerTests {

	@Test
	void ordinaryHeadersDoNotForward() {
		Peer peer = peer(Map.of("Host", List.of("a"), "X-Requested-With", List.of("b"), "Accept", List.of("c")));
		assertThat(peer.forwarded()).isFalse();
		assertThat(peer.forwardedFor()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For", "x-forwarded-proto", "X-FORWARDED-HOST", "Forwarded", "via",
			"X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "x-envoy-external-address" })
	void whateverAProxySaysForwards(String header) {
		assertThat(peer(Map.of(header, List.of("x"))).forwarded()).isTrue();
	}

	@Test
	void addressesAreReadFromLeftToRightOverAllLines() {
		Peer peer = peer(Map.of("X-Forwarded-For", List.of("192.0.2.1, 192.0.2.2", "192.0.2.3:4711")));
		assertThat(peer.forwardedFor()).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
	}

	@Test
	void forwardedIsReadWhereTheOtherIsAbsent() {
		Peer peer = peer(Map.of("Forwarded", List.of("for=192.0.2.1;proto=http, For=\"[2001:db8::1]:4711\";by=x")));
		assertThat(peer.forwardedFor()).containsExactly("192.0.2.1", "2001:db8::1");
	}

	@Test
	void anAddressOfVersion6HasNoPort() {
		assertThat(peer(Map.of("X-Forwarded-For", List.of("2001:db8::1"))).forwardedFor())
			.containsExactly("2001:db8::1");
	}

	@Test
	void ofAnEndlessListTheNearEndIsKept() {
		Peer peer = peer(Map.of("X-Forwarded-For", List.of("1.1.1.1,".repeat(1000) + "192.0.2.1")));
		assertThat(peer.forwardedFor()).hasSize(50).endsWith("192.0.2.1");
	}

	@Test
	void isCountedByItsAddressOrByWhatASingleMachineHasOfVersion6() {
		assertThat(network("192.0.2.1")).isEqualTo(network("::ffff:192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
		assertThat(network("2001:db8::1")).isEqualTo(network("2001:db8:0:0:ffff::2"))
			.isNotEqualTo(network("2001:db8:0:1::1"));
		assertThat(network("fe80::1%eth0")).isEqualTo(network("fe80::2"));
		assertThat(network("somebody")).isNull();
		assertThat(Peer.unknown().network()).isNull();
	}

	private static String network(String address) {
		return new Peer(address, null, List.of(), false).network();
	}

	private static Peer peer(Map<String, Collection<String>> headers) {
		return Peer.of("127.0.0.1", "127.0.0.1", HeaderNames.of(headers.keySet()),
				(name) -> headers.getOrDefault(name, List.of()));
	}

}
