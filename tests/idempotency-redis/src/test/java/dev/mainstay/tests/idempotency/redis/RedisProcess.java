package dev.mainstay.tests.idempotency.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.tests.harness.Await;
import redis.embedded.core.ExecutableProvider;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Redis in a process of its own, which can be killed and frozen.
 */
final class RedisProcess implements AutoCloseable {

	static final String PREFIX = "ms:idem:";

	private static RedisProcess shared;

	private static String executable;

	private final int port;

	private final List<String> command;

	private final List<LettuceConnectionFactory> factories = new ArrayList<>();

	private Process process;

	private RedisProcess(int port, String... options) {
		this.port = port;
		this.command = new ArrayList<>(List.of(executable(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
				"--save", "", "--appendonly", "no", "--daemonize", "no"));
		this.command.addAll(List.of(options));
		start();
	}

	/** The one for all tests that do it no harm; it ends with their process. */
	static synchronized RedisProcess shared() {
		if (shared == null) {
			shared = own();
			Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
		}
		return shared;
	}

	static RedisProcess own(String... options) {
		return new RedisProcess(freePort(), options);
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static synchronized String executable() {
		if (executable == null) {
			try {
				executable = ExecutableProvider.newJarResourceProvider(ExecutableProvider.newProvidedVersionsMap())
					.get()
					.getAbsolutePath();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return executable;
	}

	void start() {
		try {
			Path log = Files.createTempFile("redis", ".log");
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Await.until(() -> assertThat(log).content().contains("Ready to accept connections"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	LettuceConnectionFactory connections() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", this.port);
		factory.afterPropertiesSet();
		this.factories.add(factory);
		return factory;
	}

	StringRedisTemplate commands() {
		return new StringRedisTemplate(connections());
	}

	RedisIdempotencyStore store() {
		return store(Duration.ofHours(24));
	}

	RedisIdempotencyStore store(Duration ttl) {
		return store(ttl, Duration.ofSeconds(1));
	}

	RedisIdempotencyStore store(Duration ttl, Duration timeout) {
		return new RedisIdempotencyStore(connections(), new Retention(ttl, ttl), PREFIX, timeout);
	}

	/** As {@code kill -9} does. */
	void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void freeze() {
		signal("STOP");
	}

	void thaw() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start().waitFor())
				.isZero();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.factories.forEach(LettuceConnectionFactory::destroy);
		kill();
	}

}
