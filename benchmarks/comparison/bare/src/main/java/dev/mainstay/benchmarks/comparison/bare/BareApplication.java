package dev.mainstay.benchmarks.comparison.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The service as it was written.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ MoreRoutes.class, OrderController.class, PaymentController.class, Payments.class, PriceController.class,
		Prices.class, UsageController.class })
public class BareApplication {

	/**
	 * Run the service.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(BareApplication.class, args);
	}

}
