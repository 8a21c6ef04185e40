package dev.mainstay.benchmarks.comparison.bare;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads what a dependency knows.
 */
@RestController
public class PriceController {

	private static final Logger logger = LoggerFactory.getLogger(PriceController.class);

	private final Prices prices;

	PriceController(Prices prices) {
		this.prices = prices;
	}

	@GetMapping("/prices/{sku}")
	Price find(@PathVariable String sku) {
		Price price = this.prices.price(sku);
		logger.info("The price of {} was asked for", sku);
		return price;
	}

}
