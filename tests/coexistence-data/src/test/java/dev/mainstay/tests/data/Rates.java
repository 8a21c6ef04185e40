package dev.mainstay.tests.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.retry.annotation.Retry;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;

/**
 * Looked up once and kept; and annotated for retries by those who came before.
 */
@Service
class Rates {

	private final AtomicInteger calls = new AtomicInteger();

	@Cacheable("rates")
	public int rate(String currency) {
		return this.calls.incrementAndGet();
	}

	@Cacheable("later-rates")
	public CompletableFuture<Integer> rateLater(String currency) {
		return CompletableFuture.completedFuture(this.calls.incrementAndGet());
	}

	@Retryable
	public int failWithSpringRetry() {
		return fail();
	}

	@org.springframework.resilience.annotation.Retryable
	public int failWithFramework() {
		return fail();
	}

	@Retry(name = "dormant")
	@CircuitBreaker(name = "dormant", fallbackMethod = "fallBack")
	public int failWithResilience4j() {
		return fail();
	}

	int fallBack(Exception ex) {
		return -1;
	}

	private int fail() {
		throw new IllegalStateException("call " + this.calls.incrementAndGet());
	}

}
