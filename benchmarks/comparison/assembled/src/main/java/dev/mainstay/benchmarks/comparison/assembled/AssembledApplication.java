package dev.mainstay.benchmarks.comparison.assembled;

import dev.mainstay.benchmarks.comparison.bare.OrderController;
import dev.mainstay.benchmarks.comparison.bare.Payments;
import dev.mainstay.benchmarks.comparison.bare.PriceController;
import dev.mainstay.benchmarks.comparison.bare.UsageController;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The service with libraries around it, two of which want annotations.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ OrderController.class, KeyedPaymentController.class, Payments.class, PriceController.class,
		GuardedPrices.class, UsageController.class })
public class AssembledApplication {

	/**
	 * Run the service.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(AssembledApplication.class, args);
	}

}
