package dev.mainstay.tests.olderboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class OlderBootApplication {

	public static void main(String[] args) {
		SpringApplication.run(OlderBootApplication.class, args);
	}

}
