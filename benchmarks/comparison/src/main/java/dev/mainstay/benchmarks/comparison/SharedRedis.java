package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

import redis.embedded.RedisServer;

/**
 * A Redis for the keys of all processes, which writes nothing to a disk.
 */
final class SharedRedis implements AutoCloseable {

	/** The classes of the service with Mainstay and a client of Redis. */
	static final Build BUILD = new Build("redis", Variant.ENFORCE.build().application());

	private final RedisServer server;

	SharedRedis() throws IOException {
		this.server = RedisServer.newRedisServer().port(freePort()).setting("save \"\"").build();
		this.server.start();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * What a process is told.
	 * @param others what it is told where the keys are in PostgreSQL; of a property that
	 * is told twice Spring makes a list
	 */
	List<String> arguments(List<String> others) {
		return Stream.concat(others.stream().filter((argument) -> !argument.startsWith("--mainstay.idempotency.")),
				Stream.of("--mainstay.idempotency.store=redis", "--spring.data.redis.host=127.0.0.1",
						"--spring.data.redis.port=" + this.server.ports().get(0)))
			.toList();
	}

	@Override
	public void close() throws IOException {
		this.server.stop();
	}

}
