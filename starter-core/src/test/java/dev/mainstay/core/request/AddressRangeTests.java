package dev.mainstay.core.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressRangeTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.0.1, true", "10.0.0.0/8, 11.0.0.1, false", "192.168.1.7, 192.168.1.7, true",
			"192.168.1.7, 192.168.1.8, false", "172.16.0.0/12, 172.31.255.255, true",
			"172.16.0.0/12, 172.32.0.0, false", "0.0.0.0/0, 203.0.113.9, true", "fd00::/8, fd12::1, true",
			"fd00::/8, fe80::1, false", "::1, ::1, true", "10.0.0.0/8, ::ffff:10.1.2.3, true",
			"10.0.0.0/8, fd00::1, false", "fe80::/10, fe80::1%eth0, true" })
	void containsWhatItsPrefixCovers(String cidr, String address, boolean contained) {
		assertThat(AddressRange.parse(cidr).contains(address)).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "example.org", "999.1.1.1", "1.2.3", "", "unknown", "10.0.0.1:8080", "[::1]",
			"127.1", "2130706433" })
	void containsNothingThatIsNoAddress(String address) {
		assertThat(AddressRange.parse("0.0.0.0/0").contains(address)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "example.org", "" })
	void rejectsWhatIsNoRangeNamingIt(String cidr) {
		assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(cidr))
			.withMessageContaining("'" + cidr + "'");
	}

	@Test
	void acceptsSurroundingSpace() {
		assertThat(AddressRange.parse(" 10.0.0.0/8 ").contains("10.1.1.1")).isTrue();
	}

}
