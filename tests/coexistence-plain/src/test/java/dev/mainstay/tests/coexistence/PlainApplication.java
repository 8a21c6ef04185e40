package dev.mainstay.tests.coexistence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A batch of work without a web layer, which ends by itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PlainApplication {

	private static final Logger logger = LoggerFactory.getLogger(PlainApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(PlainApplication.class, args);
	}

	@Bean
	CommandLineRunner work() {
		return (args) -> logger.info("Worked with password={}", "hunter" + 2);
	}

}
