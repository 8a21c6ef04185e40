package dev.mainstay.tests.harness.management;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Sends bytes as they are, to one address of this machine.
 *
 * @param address the address
 * @param port the port
 */
record RawSocket(InetAddress address, int port) {

	private static final int PATIENCE_IN_MILLISECONDS = 10_000;

	/** Where the server does not close, what has come by then is all. */
	private static final int SILENCE_IN_MILLISECONDS = 700;

	/**
	 * Send a request.
	 * @param request a byte for each character
	 * @return all that came back, empty if the connection was closed without an answer
	 */
	String send(String request) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try (Socket socket = new Socket(this.address, this.port)) {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			read(socket, answer);
		}
		catch (SocketException | SocketTimeoutException ex) {
			// A refusal, too; what has come before it counts.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return answer.toString(StandardCharsets.ISO_8859_1);
	}

	private static void read(Socket socket, ByteArrayOutputStream answer) throws IOException {
		InputStream input = socket.getInputStream();
		byte[] buffer = new byte[8192];
		for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
			answer.write(buffer, 0, read);
			socket.setSoTimeout(SILENCE_IN_MILLISECONDS);
		}
	}

	/**
	 * An address of this machine that is not loopback.
	 * @return the address, {@code null} if the machine is on no network
	 */
	static @Nullable InetAddress ownAddress() {
		try {
			return NetworkInterface.networkInterfaces()
				.flatMap(NetworkInterface::inetAddresses)
				.filter((address) -> !address.isLoopbackAddress() && address.getAddress().length == 4)
				.findFirst()
				.orElse(null);
		}
		catch (SocketException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
