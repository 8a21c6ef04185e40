package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application on a real Tomcat.
 */
final class ServletServer implements KeyedServer {

	private final ConfigurableApplicationContext context;

	final KeyedClient client;

	final OrderApplication.Orders orders;

	final int port;

	ServletServer(Map<String, Object> properties, Class<?>... more) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(OrderApplication.class).sources(more)
			.properties("server.port=0", "spring.main.web-application-type=servlet", "spring.main.banner-mode=off",
					"logging.level.root=warn");
		builder.properties(properties);
		this.context = builder.run();
		this.port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		this.client = new KeyedClient(this.port);
		this.orders = this.context.getBean(OrderApplication.Orders.class);
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
		this.orders.gates.computeIfAbsent(gate, (key) -> new CountDownLatch(1)).countDown();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
