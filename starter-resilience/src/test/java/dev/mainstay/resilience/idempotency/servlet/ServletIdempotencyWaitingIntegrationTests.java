package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;

import dev.mainstay.resilience.idempotency.AbstractIdempotencyWaitingIntegrationTests;
import dev.mainstay.resilience.idempotency.KeyedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ServletIdempotencyWaitingIntegrationTests extends AbstractIdempotencyWaitingIntegrationTests {

	private static KeyedServer server;

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of("mainstay.idempotency.wait", "10s", "server.tomcat.threads.max", "20",
				"mainstay.idempotency.max-waiters", "12"), Failing.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	protected KeyedServer server() {
		return server;
	}

}
