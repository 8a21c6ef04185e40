package dev.mainstay.core.request;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedProxiesTests {

	private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));

	@Test
	void takesThePeerWhereNobodyIsTrusted() {
		assertThat(TrustedProxies.none().clientOf(peer("10.0.0.1", "203.0.113.7"))).isEqualTo("10.0.0.1");
	}

	@Test
	void takesThePeerWhereItIsNoTrustedProxy() {
		assertThat(this.proxies.clientOf(peer("198.51.100.1", "203.0.113.7"))).isEqualTo("198.51.100.1");
	}

	@Test
	void takesTheLastAddressThatNoTrustedProxyVouchesFor() {
		assertThat(this.proxies.clientOf(peer("10.0.0.1", "6.6.6.6", "203.0.113.7", "10.0.0.2")))
			.isEqualTo("203.0.113.7");
	}

	@Test
	void stopsAtWhatIsNoAddress() {
		assertThat(this.proxies.clientOf(peer("10.0.0.1", "203.0.113.7", "unknown"))).isEqualTo("10.0.0.1");
	}

	@Test
	void takesTheFirstProxyWhereAllAreTrusted() {
		assertThat(this.proxies.clientOf(peer("10.0.0.1", "10.0.0.3", "10.0.0.2"))).isEqualTo("10.0.0.3");
	}

	@Test
	void knowsNoClientOfAnUnknownPeer() {
		assertThat(this.proxies.clientOf(Peer.unknown())).isNull();
	}

	private static Peer peer(String address, String... forwardedFor) {
		return new Peer(address, "10.0.0.9", List.of(forwardedFor), true);
	}

}
