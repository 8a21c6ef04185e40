package dev.mainstay.tests.external;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium without a window, with a camera that is none, that is told over the
 * DevTools protocol what to do.
 */
final class Chromium implements AutoCloseable, WebSocket.Listener {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int SECONDS = 30;

	private static final String LISTENING = "DevTools listening on ";

	private final AtomicInteger ids = new AtomicInteger();

	private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

	private final List<JsonNode> events = new CopyOnWriteArrayList<>();

	private final StringBuilder message = new StringBuilder();

	private final Process process;

	private final WebSocket socket;

	private Chromium(Process process, URI address) {
		this.process = process;
		this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
	}

	/**
	 * Start it.
	 * @param profile an empty folder for what it remembers
	 */
	static Chromium start(Path profile) throws IOException {
		ExternalProgram program = ExternalProgram.find("chromium", "chromium");
		Process process = new ProcessBuilder(program.path(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-dev-shm-usage", "--no-first-run", "--disable-popup-blocking", "--remote-debugging-port=0",
				"--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--user-data-dir=" + profile,
				"about:blank")
			.redirectErrorStream(true)
			.start();
		try {
			return new Chromium(process, address(process));
		}
		catch (RuntimeException ex) {
			process.destroyForcibly();
			throw ex;
		}
	}

	private static URI address(Process process) {
		CompletableFuture<URI> address = new CompletableFuture<>();
		Thread reader = new Thread(() -> read(process, address), "chromium-output");
		reader.setDaemon(true);
		reader.start();
		return address.orTimeout(SECONDS, TimeUnit.SECONDS).join();
	}

	/** Goes on reading, so that it can go on writing. */
	private static void read(Process process, CompletableFuture<URI> address) {
		StringBuilder said = new StringBuilder();
		process.inputReader().lines().forEach((line) -> {
			said.append(line).append('\n');
			if (line.startsWith(LISTENING)) {
				address.complete(URI.create(line.substring(LISTENING.length())));
			}
		});
		address.completeExceptionally(new IllegalStateException("Chromium does not start. It said:\n" + said));
	}

	/**
	 * Open a page in a tab of its own.
	 * @param url the address
	 */
	ShownPage open(String url) {
		String target = send(null, "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
		String session = send(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
			.path("sessionId")
			.asString();
		for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
			send(session, domain + ".enable", Map.of());
		}
		return new ShownPage(this, session).visit(url);
	}

	JsonNode send(String session, String method, Map<String, Object> parameters) {
		int id = this.ids.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		this.answers.put(id, answer);
		Map<String, Object> command = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
		if (session != null) {
			command.put("sessionId", session);
		}
		this.socket.sendText(JSON.writeValueAsString(command), true).join();
		JsonNode result = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
		if (result.has("error")) {
			throw new IllegalStateException(method + ": " + result.path("error"));
		}
		return result.path("result");
	}

	/** What has happened in a tab. */
	Stream<JsonNode> events(String session, String method) {
		return this.events.stream()
			.filter((event) -> event.path("sessionId").asString("").equals(session)
					&& event.path("method").asString("").equals(method))
			.map((event) -> event.path("params"));
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.message.append(data);
		if (last) {
			JsonNode received = JSON.readTree(this.message.toString());
			this.message.setLength(0);
			CompletableFuture<JsonNode> answer = this.answers.remove(received.path("id").asInt(0));
			if (answer != null) {
				answer.complete(received);
			}
			else {
				this.events.add(received);
			}
		}
		webSocket.request(1);
		return null;
	}

	/** Waits for its helpers, too, which write into its folder to their end. */
	@Override
	public void close() {
		List<ProcessHandle> all = Stream.concat(Stream.of(this.process.toHandle()), this.process.descendants())
			.toList();
		send(null, "Browser.close", Map.of());
		this.socket.abort();
		for (ProcessHandle one : all) {
			one.onExit().completeOnTimeout(one, SECONDS, TimeUnit.SECONDS).join().destroyForcibly();
		}
	}

}
