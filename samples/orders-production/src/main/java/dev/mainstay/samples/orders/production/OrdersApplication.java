package dev.mainstay.samples.orders.production;

import java.util.concurrent.ThreadPoolExecutor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;

@SpringBootApplication
@EnableAsync
public class OrdersApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrdersApplication.class, args);
	}

	/** Who paid gets a confirmation: what finds no place in the queue is done at once. */
	@Bean
	ThreadPoolTaskExecutorCustomizer callerRuns() {
		return (executor) -> executor.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
	}

}
