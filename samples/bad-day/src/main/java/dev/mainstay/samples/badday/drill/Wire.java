package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection for each request: nothing is kept open, nothing is followed, no proxy is
 * asked, and what is sent may break the rules.
 */
final class Wire {

	private static final int CONNECT_MILLIS = 5000;

	private static final Duration REFUSAL = Duration.ofMillis(500);

	private static final int PIECE = 64 * 1024;

	private final Target target;

	Wire(Target target) {
		this.target = target;
	}

	/**
	 * Sends a head and then a body, unless the answer is there before.
	 * @throws IOException when there is no connection
	 */
	Reply exchange(byte[] head, byte[] body, Duration patience) throws IOException {
		try (Socket socket = connect()) {
			socket.setSoTimeout((int) patience.toMillis());
			try {
				send(socket, head, body);
			}
			catch (IOException ex) {
				// Closed while it was sent: the answer may be there all the same.
			}
			return new ReplyReader(socket.getInputStream()).read();
		}
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket();
		socket.connect(new InetSocketAddress(this.target.address(), this.target.port()), CONNECT_MILLIS);
		if (!this.target.secure()) {
			return socket;
		}
		SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
		SSLSocket secure = (SSLSocket) factory.createSocket(socket, this.target.host(), this.target.port(), true);
		SSLParameters parameters = secure.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		secure.setSSLParameters(parameters);
		secure.startHandshake();
		return secure;
	}

	private static void send(Socket socket, byte[] head, byte[] body) throws IOException {
		OutputStream out = socket.getOutputStream();
		InputStream in = socket.getInputStream();
		out.write(head);
		out.flush();
		boolean large = body.length > PIECE;
		if (large) {
			awaitAnswer(in);
		}
		for (int sent = 0; sent < body.length && !(large && in.available() > 0); sent += PIECE) {
			out.write(body, sent, Math.min(PIECE, body.length - sent));
		}
		out.flush();
	}

	/**
	 * Gives the other side the time to refuse what was announced: whoever goes on writing
	 * to a connection that was closed may lose what was answered.
	 */
	private static void awaitAnswer(InputStream in) throws IOException {
		long end = System.nanoTime() + REFUSAL.toNanos();
		while (in.available() == 0 && System.nanoTime() < end) {
			LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
		}
	}

}
