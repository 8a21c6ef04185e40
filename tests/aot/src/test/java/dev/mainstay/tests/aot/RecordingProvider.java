package dev.mainstay.tests.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A payment provider that takes every charge and remembers with what it was called.
 */
final class RecordingProvider implements AutoCloseable {

	private static final byte[] CHARGE = "{\"id\":\"c\",\"reference\":\"r\",\"status\":\"charged\"}"
		.getBytes(StandardCharsets.UTF_8);

	private final HttpServer server;

	private volatile String lastHeaders = "";

	RecordingProvider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	String lastHeaders() {
		return this.lastHeaders;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.lastHeaders = new TreeMap<>(exchange.getRequestHeaders()).toString();
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, CHARGE.length);
		exchange.getResponseBody().write(CHARGE);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
