package dev.mainstay.tests.external;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Pages that sign in by a popup, embed images of another site, use a camera, load bundles
 * that never change, and describe an API.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(BrowserParts.class)
class BrowserApplication {

	/** Not by the configuration of the samples, which are on the same class path. */
	public static void main(String[] args) {
		System.setProperty("spring.config.name", "browser");
		SpringApplication.run(BrowserApplication.class, args);
	}

}
