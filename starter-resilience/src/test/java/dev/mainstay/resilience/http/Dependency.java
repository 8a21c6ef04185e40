package dev.mainstay.resilience.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A dependency whose every answer a test scripts, down to the socket.
 */
public final class Dependency implements AutoCloseable {

	private final ServerSocket server;

	private final Script script;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private Dependency(ServerSocket server, Script script) {
		this.server = server;
		this.script = script;
	}

	public static Dependency answering(Script script) {
		try {
			Dependency dependency = new Dependency(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()), script);
			dependency.daemon(dependency::accept);
			return dependency;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Dependency answering(int status, String... headers) {
		return answering((number, socket) -> answer(socket, status, "", headers));
	}

	public static void answer(Socket socket, int status, String body, String... headers) throws IOException {
		String head = "HTTP/1.1 " + status + " Status\r\nContent-Length: " + body.length() + "\r\n"
				+ String.join("", List.of(headers).stream().map((header) -> header + "\r\n").toList()) + "\r\n";
		OutputStream output = socket.getOutputStream();
		output.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
		output.flush();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort() + "/";
	}

	/**
	 * The requests so far, each with its headers and body.
	 */
	public List<String> requests() {
		return this.requests;
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket socket = this.server.accept();
				daemon(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			BufferedReader input = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			for (String request = read(input); request != null; request = read(input)) {
				this.requests.add(request);
				this.script.answer(this.requests.size(), socket);
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
	}

	private static String read(BufferedReader input) throws IOException {
		StringBuilder request = new StringBuilder();
		int length = 0;
		boolean chunked = false;
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			request.append(line).append('\n');
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(line.substring(15).strip());
			}
			chunked |= line.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked");
			if (line.isEmpty()) {
				return request.append(chunked ? readChunks(input) : read(input, length)).toString();
			}
		}
		return null;
	}

	private static String readChunks(BufferedReader input) throws IOException {
		StringBuilder body = new StringBuilder();
		for (int length = Integer.parseInt(input.readLine(), 16); length > 0;) {
			body.append(read(input, length));
			input.readLine();
			length = Integer.parseInt(input.readLine(), 16);
		}
		input.readLine();
		return body.toString();
	}

	private static String read(BufferedReader input, int length) throws IOException {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < length; i++) {
			body.append((char) input.read());
		}
		return body.toString();
	}

	private void daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Answers the request of a number, counted from 1.
	 */
	public interface Script {

		void answer(int number, Socket socket) throws IOException;

	}

}
