package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A dependency that takes connections and never answers.
 */
final class HangingPort implements AutoCloseable {

	private final List<Socket> taken = new CopyOnWriteArrayList<>();

	private final ServerSocket server;

	private HangingPort(ServerSocket server) {
		this.server = server;
	}

	/**
	 * Takes connections from now on.
	 * @param number the port, or 0 if there shall be none
	 */
	static HangingPort open(int number) {
		try {
			HangingPort port = new HangingPort(new ServerSocket());
			if (number != 0) {
				port.server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
				Thread thread = new Thread(port::take, "hanging-dependency");
				thread.setDaemon(true);
				thread.start();
			}
			return port;
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"--hang: the port " + number + " of 127.0.0.1 cannot be had: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Waits until so many calls were taken, or for a while.
	 */
	void awaitCalls(int number, Duration longest) {
		long end = System.nanoTime() + longest.toNanos();
		while (calls() < number && System.nanoTime() < end) {
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

	int calls() {
		return this.taken.size();
	}

	private void take() {
		try {
			while (true) {
				this.taken.add(this.server.accept());
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket socket : this.taken) {
				socket.close();
			}
		}
		catch (IOException ex) {
			// Whoever waits is let go when the program ends.
		}
	}

}
