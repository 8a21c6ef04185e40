package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Clients}, with a server that stands still for a second, once.
 */
class ClientsTests {

	private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
		.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ERROR = "HTTP/1.1 500 Error\r\nContent-Length: 0\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	@Test
	void countsEachRequestThatWasDueWhileTheServiceStoodStill() throws Exception {
		Clients.Answers answers = run(new Load(1, 100), ANSWER);
		assertThat(answers.count()).isEqualTo(200);
		// Half of them were due in that second, and waited half a second on average.
		assertThat(answers.micros(75)).isGreaterThan(300_000);
		assertThat(answers.failed()).isZero();
	}

	@Test
	void atSaturationWaitsForAnswers() throws Exception {
		Clients.Answers answers = run(Load.saturation(1), ANSWER);
		assertThat(answers.micros(75)).isLessThan(300_000);
		assertThat(answers.micros(100)).isGreaterThan(900_000);
	}

	@Test
	void countsAnswersThatAreWrong() throws Exception {
		Clients.Answers answers = run(new Load(1, 100), ERROR);
		assertThat(answers.failed()).isEqualTo(200);
	}

	private static Clients.Answers run(Load load, byte[] answer) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
				Clients clients = new Clients()) {
			CompletableFuture.runAsync(() -> serve(server, answer));
			return clients.run(server.getLocalPort(), Operation.READ, load, Duration.ofSeconds(2));
		}
	}

	private static void serve(ServerSocket server, byte[] answer) {
		try (Socket socket = server.accept(); InputStream input = socket.getInputStream()) {
			socket.setTcpNoDelay(true);
			byte[] buffer = new byte[4096];
			boolean still = true;
			while (input.read(buffer) > 0) {
				long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
				while (still && System.nanoTime() < end) {
					LockSupport.parkNanos(end - System.nanoTime());
				}
				still = false;
				socket.getOutputStream().write(answer);
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
	}

}
