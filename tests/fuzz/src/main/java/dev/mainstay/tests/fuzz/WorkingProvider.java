package dev.mainstay.tests.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The payment provider of the sample, on a good day.
 */
final class WorkingProvider {

	private WorkingProvider() {
	}

	/** Returns the port. */
	static int start() throws IOException {
		HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		provider.createContext("/", WorkingProvider::charge);
		provider.setExecutor(Executors.newCachedThreadPool(WorkingProvider::daemon));
		provider.start();
		return provider.getAddress().getPort();
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	private static void charge(HttpExchange exchange) throws IOException {
		byte[] charge = "{\"id\":\"c-1\",\"reference\":\"order\",\"status\":\"paid\"}".getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, charge.length);
			exchange.getResponseBody().write(charge);
		}
	}

}
