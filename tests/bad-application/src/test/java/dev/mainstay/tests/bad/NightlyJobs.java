package dev.mainstay.tests.bad;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.scheduling.annotation.Scheduled;

class NightlyJobs {

	private final StockClient stock;

	NightlyJobs(StockClient stock) {
		this.stock = stock;
	}

	@Scheduled(cron = "0 0 3 1 1 *")
	void remindCustomers() {
	}

	@Scheduled(cron = "0 0 4 1 1 *")
	void closeTheBooks() {
	}

	@Retryable
	public int reorder() {
		return this.stock.reserve(1);
	}

	@Cacheable("rates")
	public int rate(String currency) {
		return currency.length();
	}

}
