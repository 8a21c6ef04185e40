package dev.mainstay.tests.dayone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A reactive service with the usual routes and the usual gaps.
 */
@SpringBootApplication
public class WebFluxDayOneApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebFluxDayOneApplication.class, args);
	}

}
