package dev.mainstay.tests.ordinary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class OrdinaryApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrdinaryApplication.class, args);
	}

}
