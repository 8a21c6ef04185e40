package dev.mainstay.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumericAddressTests {

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, 192.0.2.1", "255.255.255.255, 255.255.255.255", "0.0.0.0, 0.0.0.0", "::, 0:0:0:0:0:0:0:0",
			"::1, 0:0:0:0:0:0:0:1", "1::, 1:0:0:0:0:0:0:0", "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
			"1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0", "::ffff:192.0.2.1, 192.0.2.1",
			"::ffff:c000:201, 192.0.2.1", "0000:0000:0000:0000:0000:ffff:255.255.255.255, 255.255.255.255",
			"64:ff9b::192.0.2.1, 64:ff9b:0:0:0:0:c000:201", "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
			"' 10.0.0.1 ', 10.0.0.1" })
	void readsWhatIsWrittenAsTheStandardsSay(String text, String address) throws UnknownHostException {
		assertThat(InetAddress.getByAddress(NumericAddress.parse(text)).getHostAddress()).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "%", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.", ".1.2.3",
			"1..2.3", "010.0.0.1", "1.2.3.0001", "1.2.3.-4", "1.2.3.+4", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
			"1::2::3", "12345::", "g::", "::1.2.3", "1.2.3.4::", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4",
			"1:2:3:4:5:6:7:8::", "1:2:3:4::5:6:7:8", ".::1", "..:", "-::1", "[::1]", "localhost", "\u0661.2.3.4",
			"\uff11::1", "2130706433", "0x7f.1", "unknown", "127.0.0.1%lo" })
	void refusesEverythingElse(String text) {
		assertThat(NumericAddress.parse(text)).isNull();
	}

	@Test
	void readsWhateverTheJdkWrites() throws UnknownHostException {
		Random random = new Random(42);
		for (int i = 0; i < 2000; i++) {
			byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
			random.nextBytes(bytes);
			Arrays.fill(bytes, 0, random.nextInt(bytes.length), (byte) 0);
			InetAddress address = InetAddress.getByAddress(bytes);
			assertThat(NumericAddress.parse(address.getHostAddress())).as(address.toString())
				.isEqualTo(address.getAddress());
		}
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void costsNothingHoweverLongTheTextIs() {
		for (String piece : new String[] { ":", "1.", "1:", "%", "f" }) {
			assertThat(NumericAddress.parse(piece.repeat(100_000))).isNull();
		}
	}

	/** The JDK asks a name service for what it takes for a name. */
	@ParameterizedTest
	@ValueSource(classes = { NumericAddress.class, AddressRange.class, TrustedProxies.class })
	void nothingIsEverResolved(Class<?> type) throws IOException {
		try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
			assertThat(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("java/net/");
		}
	}

}
