package dev.mainstay.benchmarks.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.benchmarks.Connection;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;

/**
 * A request over a connection that is kept, to a service on Tomcat in this JVM. Not
 * thread-safe.
 */
final class Exchange implements AutoCloseable {

	private static final String BROWSER = "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nAccept: */*\r\n"
			+ "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n";

	/** Built from parts, as no secret should stand in a file. */
	private static final String TOKEN = "token-".repeat(4);

	private static final String WITHOUT_HEADERS = "--mainstay.security.headers.enabled=false";

	private final WorldApplication application;

	private final Connection connection;

	private final byte[] bytes;

	private Exchange(WorldApplication application, Connection connection, byte[] bytes) {
		this.application = application;
		this.connection = connection;
		this.bytes = bytes;
	}

	/**
	 * Start a service.
	 * @param service whose headers it has, or who guards its endpoint
	 * @param request what it is asked for
	 */
	static Exchange open(String service, String request) throws IOException {
		Stream<String> arguments = Stream.of("--server.tomcat.max-keep-alive-requests=-1",
				"--server.tomcat.threads.max=2", "--logging.level.root=warn", "--mainstay.hardening.enabled=false",
				"--mainstay.security.management.token=" + TOKEN);
		WorldApplication application = World.hardened()
			.start(SecurityApplication.class,
					Stream.concat(arguments, settings(service).stream()).toArray(String[]::new));
		return new Exchange(application, new Connection(Integer.parseInt(application.property("local.server.port"))),
				bytes(request));
	}

	private static List<String> settings(String service) {
		String ownList = "--management.endpoints.web.exposure.include=health,tiny";
		return switch (service) {
			case "without", "guarded" -> List.of(WITHOUT_HEADERS);
			case "open" -> List.of(WITHOUT_HEADERS, ownList);
			case "unguarded" -> List.of(WITHOUT_HEADERS, ownList, "--mainstay.security.management.enabled=false");
			case "spring-security" -> List.of(WITHOUT_HEADERS, "--benchmark.spring-security=true");
			default -> List.of("--mainstay.security.headers.html=" + service);
		};
	}

	private static byte[] bytes(String request) {
		String text = switch (request) {
			case "page" -> get("/page", "");
			case "browser" -> get("/items/7", BROWSER);
			case "endpoint" -> get("/actuator/tiny", "");
			// Not from this machine, as far as the guard knows.
			case "token" -> get("/actuator/tiny", "Via: 1.1 proxy\r\nAuthorization: Bearer " + TOKEN + "\r\n");
			default -> get("/items/7", "");
		};
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String get(String path, String headers) {
		return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
	}

	/**
	 * Send the request and read the answer.
	 * @return the length of the answer
	 */
	int run() throws IOException {
		return this.connection.exchange(this.bytes);
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
		this.application.close();
	}

}
