package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.resilience.idempotency.AbstractIdempotencyRoutesIntegrationTests;
import dev.mainstay.resilience.idempotency.DeclaredOrders;
import dev.mainstay.resilience.idempotency.KeyedServer;
import dev.mainstay.resilience.idempotency.StoppableStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ReactiveIdempotencyRoutesIntegrationTests extends AbstractIdempotencyRoutesIntegrationTests {

	private static KeyedServer server;

	@BeforeAll
	static void start() {
		server = new ReactiveServer(PROPERTIES, DeclaredOrders.class, StoppableStore.class);
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
