package dev.mainstay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection that is kept, and that makes no garbage of its own: what is measured is
 * the server's. Not thread-safe.
 */
public final class Connection implements AutoCloseable {

	private static final byte[] STATUS = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

	private final byte[] buffer = new byte[8192];

	private final Socket socket;

	private final InputStream input;

	private final OutputStream output;

	/**
	 * Connect to a service on this machine.
	 * @param port its port
	 * @throws IOException if it does not listen
	 */
	public Connection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.input = this.socket.getInputStream();
		this.output = this.socket.getOutputStream();
	}

	/**
	 * Send a request and wait for its answer, which has to be small and good.
	 * @param request the bytes of the request
	 * @return the length of the answer
	 * @throws IOException if there is no good answer
	 */
	public int exchange(byte[] request) throws IOException {
		this.output.write(request);
		int length = 0;
		while (!isComplete(length)) {
			int read = this.input.read(this.buffer, length, this.buffer.length - length);
			if (read < 0) {
				throw new IOException("The server closed the connection");
			}
			length += read;
		}
		for (int i = 0; i < STATUS.length; i++) {
			if (this.buffer[i] != STATUS[i]) {
				throw new IOException(new String(this.buffer, 0, length, StandardCharsets.UTF_8));
			}
		}
		return length;
	}

	/** Tomcat sends such an answer in one chunk, and Mainstay with its length. */
	private boolean isComplete(int length) {
		return length > 2 && this.buffer[length - 1] == '\n' && this.buffer[length - 2] == '\r'
				|| length > 1 && this.buffer[length - 1] == '}';
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
