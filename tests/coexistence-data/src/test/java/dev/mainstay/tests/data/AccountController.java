package dev.mainstay.tests.data;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * What callers see of the data.
 */
@RestController
class AccountController {

	private final AccountRepository accounts;

	private final Rates rates;

	private final RestClient client;

	AccountController(AccountRepository accounts, Rates rates, RestClient.Builder client) {
		this.accounts = accounts;
		this.rates = rates;
		this.client = client.build();
	}

	@PostMapping("/accounts")
	Map<String, Long> open(@RequestParam String owner, @RequestParam int balance) {
		this.accounts.saveAndFlush(new Account(owner, balance));
		return Map.of("accounts", this.accounts.count());
	}

	/** The constraint fails when the transaction is committed. */
	@PostMapping("/accounts/later")
	Map<String, Long> openLater(@RequestParam String owner, @RequestParam int balance) {
		this.accounts.save(new Account(owner, balance));
		return Map.of("accounts", this.accounts.count());
	}

	@GetMapping("/rates/{currency}")
	int rate(@PathVariable String currency) {
		return this.rates.rate(currency);
	}

	@GetMapping("/later-rates/{currency}")
	CompletableFuture<Integer> rateLater(@PathVariable String currency) {
		return this.rates.rateLater(currency);
	}

	@GetMapping("/dormant")
	Map<String, String> dormant() {
		Map<String, String> outcomes = new TreeMap<>();
		outcomes.put("framework", outcome(this.rates::failWithFramework));
		outcomes.put("resilience4j", outcome(this.rates::failWithResilience4j));
		outcomes.put("spring-retry", outcome(this.rates::failWithSpringRetry));
		return outcomes;
	}

	private static String outcome(Supplier<Integer> call) {
		try {
			return String.valueOf(call.get());
		}
		catch (IllegalStateException ex) {
			return ex.getMessage();
		}
	}

	/** The header fields by which each kind of client gives itself away. */
	@GetMapping("/client")
	Map<?, ?> client(HttpServletRequest request) {
		return this.client.get()
			.uri("http://127.0.0.1:" + request.getLocalPort() + "/seen")
			.retrieve()
			.requiredBody(Map.class);
	}

	@GetMapping("/seen")
	Map<String, String> seen(@RequestHeader Map<String, String> headers) {
		return headers;
	}

}
