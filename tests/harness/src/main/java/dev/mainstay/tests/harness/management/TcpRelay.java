package dev.mainstay.tests.harness.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Hands bytes on from one port of this machine to another, as {@code kubectl
 * port-forward} does at the end of the pod.
 */
final class TcpRelay implements AutoCloseable {

	private final ServerSocket server;

	private final int target;

	TcpRelay(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket caller = this.server.accept();
				Socket service = new Socket(InetAddress.getLoopbackAddress(), this.target);
				start(() -> copy(caller, service));
				start(() -> copy(service, caller));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// The other direction has ended and closed both.
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "relay");
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

}
