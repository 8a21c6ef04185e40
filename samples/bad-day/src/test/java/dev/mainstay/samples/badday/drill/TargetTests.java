package dev.mainstay.samples.badday.drill;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.mainstay.samples.badday.drill.Target.Resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TargetTests {

	/**
	 * The names that there are; addresses are what they say, as the machine reads them.
	 */
	private static final Map<String, String> NAMES = Map.of("localhost", "127.0.0.1,::1", "orders.local", "127.0.0.1",
			"both.example", "127.0.0.1,192.0.2.9", "staging.example", "192.0.2.7", "sub.staging.example", "192.0.2.8",
			"localhost.evil.example", "192.0.2.66", "evil.example", "192.0.2.66", "metadata.example",
			"169.254.169.254");

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080, localhost:8080, /127.0.0.1", "http://LOCALHOST, localhost, /127.0.0.1",
			"http://127.0.0.1:8080/, 127.0.0.1:8080, /127.0.0.1", "http://127.255.3.1, 127.255.3.1, /127.255.3.1",
			"https://orders.local, orders.local, /127.0.0.1", "http://[::1]:8080/api/, [::1]:8080, /0:0:0:0:0:0:0:1",
			"http://[::ffff:127.0.0.1]:80, [::ffff:127.0.0.1], /127.0.0.1" })
	void takesThisMachine(String url, String authority, String address) {
		Target target = Target.of(url, Set.of(), TargetTests::resolve);
		assertThat(target.authority()).isEqualTo(authority);
		assertThat(target.address()).hasToString(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://192.0.2.1", "https://staging.example", "http://both.example:8080",
			"http://localhost.evil.example", "http://[2001:db8::1]:8080", "http://[::ffff:192.0.2.1]",
			"http://10.0.0.1", "http://0.0.0.0:8080", "http://[::]:8080", "http://[fe80::1]" })
	void refusesWhatIsNotThisMachine(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> Target.of(url, Set.of(), TargetTests::resolve))
			.withMessageStartingWith("--target: " + url + " is refused")
			.withMessageContaining("--allow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://2130706433", "http://0x7f000001:8080", "http://0x7f.1", "http://0177.0.0.1",
			"http://127.1", "http://127.0.0.01", "http://127.0.0.1.", "http://3232235777", "http://256.0.0.1" })
	void refusesAnAddressThatIsNotWrittenAsUsual(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> Target.of(url, Set.of("127.1"), TargetTests::resolve))
			.withMessageContaining("is refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1@evil.example", "http://localhost:8080@evil.example/",
			"http://evil.example@127.0.0.1", "http://user:word@localhost:8080", "http://@localhost",
			"http://localhost\\@evil.example", "http://localhost%40evil.example", "http://evil.example#@localhost",
			"http://evil.example?@localhost", "http://localhost:8080?a=b", "http://localhost:8080#a",
			"http://１２７.0.0.1", "http://local_host", "http://", "http:///orders", "http:localhost", "localhost:8080",
			"//localhost:8080", "ftp://localhost", "file:///orders", "http://no.such.example", "http://localhost:port",
			"http://local host" })
	void refusesWhatIsNoPlainUrl(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> Target.of(url, Set.of(), TargetTests::resolve))
			.withMessageStartingWith("--target: " + url + " is refused");
	}

	@Test
	void takesAHostThatIsAllowedByItsExactName() {
		assertThat(Target.of("https://Staging.example/api", Set.of("staging.example"), TargetTests::resolve))
			.hasToString("https://staging.example/api");
		assertThat(Target.of("http://[2001:db8::1]:81", Set.of("2001:db8::1"), TargetTests::resolve).port())
			.isEqualTo(81);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://sub.staging.example", "http://evil.example", "http://192.0.2.7" })
	void takesNoOtherHostThanTheOneThatIsAllowed(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Target.of(url, Set.of("staging.example"), TargetTests::resolve))
			.withMessageContaining("--allow");
	}

	@Test
	void neverTakesWhereNoServiceIs() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Target.of("http://metadata.example", Set.of("metadata.example"), TargetTests::resolve))
			.withMessageContaining("169.254.169.254");
	}

	@Test
	void looksOnceSoThatANameCannotLeadElsewhereAfterwards() {
		AtomicInteger looked = new AtomicInteger();
		Resolver rebinding = (host) -> resolve((looked.incrementAndGet() == 1) ? "orders.local" : "evil.example");
		Target target = Target.of("http://rebinding.example", Set.of(), rebinding);
		assertThat(target.address().isLoopbackAddress()).isTrue();
		assertThat(looked).hasValue(1);
	}

	private static InetAddress[] resolve(String host) throws UnknownHostException {
		String addresses = host.matches("[0-9.]+|.*:.*") ? host : NAMES.get(host);
		if (addresses == null) {
			throw new UnknownHostException(host);
		}
		return Arrays.stream(addresses.split(",")).map(TargetTests::literal).toArray(InetAddress[]::new);
	}

	private static InetAddress literal(String address) {
		try {
			return InetAddress.getByName(address);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
