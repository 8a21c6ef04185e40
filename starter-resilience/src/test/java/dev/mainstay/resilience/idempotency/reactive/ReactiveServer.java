package dev.mainstay.resilience.idempotency.reactive;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedServer;
import reactor.core.publisher.Sinks;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application on a real Reactor Netty.
 */
final class ReactiveServer implements KeyedServer {

	private final ConfigurableApplicationContext context;

	final KeyedClient client;

	final ReactiveOrderApplication.Orders orders;

	final int port;

	ReactiveServer(Map<String, Object> properties, Class<?>... more) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(ReactiveOrderApplication.class).sources(more)
			.properties("server.port=0", "spring.main.web-application-type=reactive", "spring.main.banner-mode=off",
					"logging.level.root=warn", "spring.codec.max-in-memory-size=10MB");
		builder.properties(properties);
		this.context = builder.run();
		this.port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		this.client = new KeyedClient(this.port);
		this.orders = this.context.getBean(ReactiveOrderApplication.Orders.class);
	}

	@Override
	public KeyedClient client() {
		return this.client;
	}

	@Override
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public int executions() {
		return this.orders.executions.get();
	}

	@Override
	public void reset() {
		this.orders.executions.set(0);
		this.orders.entered = new CountDownLatch(1);
	}

	@Override
	public boolean isEntered() throws InterruptedException {
		return this.orders.entered.await(10, TimeUnit.SECONDS);
	}

	@Override
	public void open(String gate) {
		this.orders.gates.computeIfAbsent(gate, (key) -> Sinks.empty()).tryEmitEmpty();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
