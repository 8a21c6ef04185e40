package dev.mainstay.tests.idempotency.redis;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One instance of a service.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class ShopApplication {

	private final AtomicInteger orders = new AtomicInteger();

	static volatile Runnable during = () -> {
	};

	@PostMapping({ "/orders", "/payments" })
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, Integer> order(@RequestParam(defaultValue = "0") long ms) throws InterruptedException {
		int number = this.orders.incrementAndGet();
		Thread.sleep(ms);
		during.run();
		return Map.of("number", number);
	}

	int executions() {
		return this.orders.get();
	}

	static ConfigurableApplicationContext start(int redisPort, String... arguments) {
		SpringApplication application = new SpringApplication(ShopApplication.class);
		application.setDefaultProperties(Map.of("server.port", 0, "spring.data.redis.port", redisPort,
				"spring.data.redis.host", "127.0.0.1", "mainstay.idempotency.store", "redis"));
		return application.run(arguments);
	}

	static int portOf(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
