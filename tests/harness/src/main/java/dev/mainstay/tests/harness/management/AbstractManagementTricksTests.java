package dev.mainstay.tests.harness.management;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.WorldApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody gets past the guard of the management endpoints, and nobody is refused whom it
 * is to admit.
 */
public abstract class AbstractManagementTricksTests {

	/** Built from parts, as no secret should stand in a file. */
	private static final String TOKEN = "token-".repeat(4);

	private static final String BASE = "/actuator";

	/** The name of a feature, which only the endpoint says. */
	private static final String DATA = "management-guard";

	private final InetAddress elsewhere = elsewhere();

	/**
	 * Start an application in which nothing but the guard keeps anybody from the
	 * endpoints.
	 * @param arguments its properties
	 * @return the application
	 */
	protected abstract WorldApplication start(String... arguments);

	/**
	 * How the path of the application is set.
	 * @return the name of the property
	 */
	protected abstract String contextPath();

	/**
	 * Somebody whom the application knows, but who has no role for the endpoints.
	 * @return the value of a header {@code Authorization}, {@code null} if it knows
	 * nobody
	 */
	protected @Nullable String user() {
		return null;
	}

	/**
	 * Somebody with the role.
	 * @return the value of a header {@code Authorization}, {@code null} if it knows
	 * nobody
	 */
	protected @Nullable String operator() {
		return null;
	}

	@Test
	void nobodyGetsThroughWhateverIsMadeOfForwardingHeaders() {
		for (String strategy : List.of("none", "native", "framework")) {
			try (WorldApplication application = guarded("--server.forward-headers-strategy=" + strategy)) {
				int port = port(application, "local.server.port");
				assertLegitimateCallersAreAdmitted(port, BASE);
				assertThat(through(port, BASE, null)).isEmpty();
			}
		}
	}

	@Test
	void nobodyGetsThroughOnASeparatePort() {
		try (WorldApplication application = guarded("--management.server.port=0",
				"--server.forward-headers-strategy=framework")) {
			int port = port(application, "local.management.port");
			assertLegitimateCallersAreAdmitted(port, BASE);
			assertNobodyGetsThrough(port, BASE);
		}
	}

	@Test
	void nobodyGetsThroughBelowAPath() {
		try (WorldApplication application = guarded("--" + contextPath() + "=/shop",
				"--management.endpoints.web.base-path=/ops/actuator")) {
			int port = port(application, "local.server.port");
			assertLegitimateCallersAreAdmitted(port, "/shop/ops/actuator");
			assertNobodyGetsThrough(port, "/shop/ops/actuator");
		}
	}

	/** Otherwise the tests above would show nothing. */
	@Test
	void withoutTheGuardTheyDoGetThrough() {
		try (WorldApplication application = run("--management.endpoints.web.exposure.include=health,mainstay")) {
			int port = port(application, "local.server.port");
			List<String> through = through(port, BASE, null);
			assertThat(through).hasSizeGreaterThan(60).contains("as it is", "HEAD", "HTTP/2", "HTTP/2 by a proxy");
			Stream.of(HeaderTricks.FROM_ELSEWHERE.subList(0, 10), HeaderTricks.withCredentials(TOKEN).subList(0, 3))
				.forEach((tricks) -> assertThat(through).containsAll(tricks.stream().map(Trick::name).toList()));
		}
	}

	private WorldApplication guarded(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--mainstay.security.management.token=" + TOKEN,
				"--mainstay.security.management.scrape-from=::ffff:" + this.elsewhere.getHostAddress()));
		all.addAll(List.of(arguments));
		return run(all.toArray(String[]::new));
	}

	private WorldApplication run(String... arguments) {
		List<String> all = new ArrayList<>(
				List.of("--server.http2.enabled=true", "--mainstay.hardening.enabled=false"));
		all.addAll(List.of(arguments));
		return start(all.toArray(String[]::new));
	}

	private void assertNobodyGetsThrough(int port, String base) {
		assertThat(tricks()).hasSizeGreaterThanOrEqualTo(60).extracting(Trick::name).doesNotHaveDuplicates();
		assertThat(through(port, base, null)).isEmpty();
		String user = user();
		if (user != null) {
			assertThat(through(port, base, user)).isEmpty();
		}
	}

	private List<String> through(int port, String base, @Nullable String user) {
		List<String> through = new ArrayList<>();
		for (Trick trick : tricks()) {
			String request = as(user, trick.requestAt(base));
			String answer = (trick.local() ? here(port) : new RawSocket(this.elsewhere, port)).send(request);
			if (answer.contains(DATA) || (trick.isHead() && answer.startsWith("HTTP/1.1 200"))) {
				through.add(trick.name());
			}
		}
		if (new RawSocket(this.elsewhere, port).send(ProtocolTricks.http2(base, "localhost")).contains(DATA)) {
			through.add("HTTP/2");
		}
		if (here(port).send(ProtocolTricks.http2(base, "orders.example.com")).contains(DATA)) {
			through.add("HTTP/2 by a proxy");
		}
		return through;
	}

	private static List<Trick> tricks() {
		return Stream
			.of(PathTricks.ALL, HeaderTricks.FROM_ELSEWHERE, HeaderTricks.FROM_A_PROXY_ON_THIS_MACHINE,
					HeaderTricks.withCredentials(TOKEN), ProtocolTricks.ALL)
			.flatMap(List::stream)
			.toList();
	}

	private static String as(@Nullable String user, String request) {
		return (user == null || request.contains("Authorization:")) ? request
				: request.replace("Host: localhost\r\n", "Authorization: " + user + "\r\nHost: localhost\r\n");
	}

	private void assertLegitimateCallersAreAdmitted(int port, String base) {
		RawSocket elsewhere = new RawSocket(this.elsewhere, port);
		List<String> refused = new ArrayList<>();
		LegitimateCallers callers = new LegitimateCallers(base, port, elsewhere, TOKEN, operator());
		callers.all().forEach((name, answer) -> {
			if (!answer.get().contains(name.contains("scraper") ? "# TYPE" : DATA)) {
				refused.add(name);
			}
		});
		assertThat(refused).isEmpty();
		assertThat(elsewhere.send("GET " + base + "/health HTTP/1.0\r\n\r\n")).contains("\"UP\"");
		assertThat(elsewhere.send("GET " + base + "/info HTTP/1.0\r\n\r\n")).contains(" 200 ");
	}

	private static RawSocket here(int port) {
		return new RawSocket(InetAddress.getLoopbackAddress(), port);
	}

	private static int port(WorldApplication application, String property) {
		return Integer.parseInt(application.property(property));
	}

	private static InetAddress elsewhere() {
		InetAddress address = RawSocket.ownAddress();
		if (address == null) {
			throw new IllegalStateException("This needs an IPv4 address of this machine that is not loopback: connect "
					+ "it to a network, or add a dummy interface");
		}
		return address;
	}

}
