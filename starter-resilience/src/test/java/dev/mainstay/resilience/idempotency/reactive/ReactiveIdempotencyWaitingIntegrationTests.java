package dev.mainstay.resilience.idempotency.reactive;

import java.util.Map;

import dev.mainstay.resilience.idempotency.AbstractIdempotencyWaitingIntegrationTests;
import dev.mainstay.resilience.idempotency.KeyedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ReactiveIdempotencyWaitingIntegrationTests extends AbstractIdempotencyWaitingIntegrationTests {

	private static KeyedServer server;

	@BeforeAll
	static void start() {
		server = new ReactiveServer(
				Map.of("mainstay.idempotency.wait", "10s", "mainstay.idempotency.max-waiters", "12"), Failing.class);
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
