package shop;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Shop {

	private final AtomicInteger orders = new AtomicInteger();

	public static void main(String[] args) {
		SpringApplication.run(Shop.class, args);
	}

	@PostMapping("/orders")
	Order order() {
		return new Order(this.orders.incrementAndGet());
	}

	@GetMapping("/failing")
	Order failing() {
		throw new IllegalStateException("password=hunter2");
	}

	record Order(int number) {
	}

}
