package dev.mainstay.samples.badday.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent to a service, and what is not.
 */
class DrillTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final List<String> received = new CopyOnWriteArrayList<>();

	private HttpServer server;

	private String url;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.url = "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void writesNothingThatWasNotDeclaredWritable() {
		assertThat(drill("--routes=GET:/ok,POST:/orders:{\"item\":\"a\"}")).isZero();
		assertThat(this.received).contains("GET /ok ").doesNotContain("POST /orders {\"item\":\"a\"}");
		assertThat(this.out.toString()).contains("not played, needs --writable", "not played, needs --slow")
			.doesNotContain("writes that are sent again", "a dependency that hangs");
	}

	@Test
	void writesWhatIsDeclaredWritableAsOftenAsItSays() {
		assertThat(drill("--routes=POST:/orders:{\"item\":\"a\"}", "--writable=POST:/orders")).isZero();
		assertThat(this.received).filteredOn((request) -> request.contains("\"item\":\"a\"")).hasSize(9);
		assertThat(this.out.toString()).contains("up to 9 times");
	}

	@Test
	void nothingIsFollowed() {
		assertThat(drill("--routes=GET:/moved")).isEqualTo(3);
		assertThat(this.out.toString()).contains("--routes: GET:/moved was answered by 302");
		assertThat(this.received).containsExactly("GET /moved ");
	}

	@Test
	void sendsWhatEveryRequestShallCarry() {
		assertThat(drill("--routes=GET:/guarded", "--header=Authorization: Bearer test")).isZero();
		assertThat(drill("--routes=GET:/guarded")).isEqualTo(3);
	}

	@Test
	void whenSomethingIsWantingThenTheCheckFails() {
		assertThat(drill("--routes=GET:/ok", "--check")).isEqualTo(1);
	}

	@Test
	void aTargetThatIsRefusedGetsNothing() {
		assertThat(Drill.execute(new PrintStream(this.out), "--target=" + this.url.replace("//", "//localhost@"),
				"--routes=GET:/ok"))
			.isEqualTo(2);
		assertThat(this.out.toString()).contains("is refused", "Usage:");
		assertThat(this.received).isEmpty();
	}

	@Test
	void whenNobodyListensThenSaysSo() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		assertThat(Drill.execute(new PrintStream(this.out), "--target=http://127.0.0.1:" + free, "--routes=GET:/ok"))
			.isEqualTo(3);
		assertThat(this.out.toString()).contains("There is no connection to http://127.0.0.1:" + free, "--target");
	}

	@Test
	void whenNobodyCallsTheHangingDependencyThenSaysSo() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		assertThat(drill("--routes=GET:/ok", "--slow=GET:/ok", "--hang=" + free)).isEqualTo(3);
		assertThat(this.out.toString()).contains("--hang: nobody called 127.0.0.1:" + free);
	}

	private int drill(String... further) {
		String[] arguments = new String[further.length + 1];
		arguments[0] = "--target=" + this.url;
		System.arraycopy(further, 0, arguments, 1, further.length);
		return Drill.execute(new PrintStream(this.out), arguments);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readNBytes(1000));
		this.received.add(exchange.getRequestMethod() + " " + path + " " + body);
		boolean guarded = path.equals("/guarded") && !exchange.getRequestHeaders().containsKey("Authorization");
		exchange.getResponseHeaders().set("Location", "http://192.0.2.1/");
		exchange.sendResponseHeaders(path.equals("/moved") ? 302 : guarded ? 401 : 200, -1);
		exchange.close();
	}

}
