package dev.mainstay.tests.dayone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A service with the usual routes and the usual gaps.
 */
@SpringBootApplication
public class DayOneApplication {

	public static void main(String[] args) {
		SpringApplication.run(DayOneApplication.class, args);
	}

}
