package dev.mainstay.core.problem;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.LuhnCheck;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A small application that fails in many ways, the same on both web stacks.
 */
public final class Orders {

	/** Must turn up in no answer; no secret of anything. */
	public static final String CANARY = "password=" + "hunter" + "2";

	private Orders() {
	}

	/** An order. */
	public record Order(@NotBlank String customer, @Email String email, @LuhnCheck String card, Kind kind,
			@NotNull @Size(min = 1, max = 500) List<@Valid Item> items) {

	}

	/** A line of an order. */
	public record Item(@NotBlank String sku, @Min(1) @Max(100) int quantity) {

	}

	/** A kind of order. */
	public enum Kind {

		/** One kind. */
		A,

		/** Another kind. */
		B

	}

	/** A failure that has a status of its own. */
	@ResponseStatus(HttpStatus.CONFLICT)
	public static final class TakenException extends RuntimeException {

		TakenException() {
			super(CANARY);
		}

	}

	/** A failure that a mapper of the application knows. */
	public static final class OutOfStockException extends RuntimeException {

		OutOfStockException() {
			super(CANARY);
		}

	}

	/** The controller. */
	@RestController
	public static class OrderController {

		private final Stock stock;

		public OrderController(Stock stock) {
			this.stock = stock;
		}

		@PostMapping(path = "/orders", consumes = "application/json", produces = "application/json")
		public Order create(@Valid @RequestBody Order order) {
			return order;
		}

		@GetMapping("/orders/{id}")
		public String get(@PathVariable long id) {
			return "order";
		}

		@GetMapping("/search")
		public String search(@RequestParam @Min(1) int page, @RequestParam @Size(max = 3) String text,
				@RequestHeader("X-Tenant") @NotBlank String tenant) {
			return "found";
		}

		@PostMapping("/bulk")
		public String bulk(@RequestBody List<@Valid Item> items) {
			return "done";
		}

		@GetMapping("/boom")
		public String boom() {
			throw new IllegalStateException(CANARY);
		}

		@GetMapping("/taken")
		public String taken() {
			throw new TakenException();
		}

		@GetMapping("/out-of-stock")
		public String outOfStock() {
			throw new OutOfStockException();
		}

		@GetMapping("/stock")
		public int stock(@RequestParam int amount) {
			return this.stock.take(amount);
		}

		@GetMapping("/status/{status}")
		public String status(@PathVariable int status) {
			throw new ResponseStatusException(HttpStatus.valueOf(status), CANARY);
		}

		@GetMapping("/own/{status}")
		public String own(@PathVariable int status) {
			ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), "Own words.");
			detail.setProperty("code", "own-code");
			detail.setProperty("limit", 3);
			throw new ErrorResponseException(HttpStatus.valueOf(status), detail, null);
		}

		@GetMapping(path = "/detail", produces = "application/problem+json")
		public ProblemDetail detail() {
			return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, "Returned.");
		}

	}

	/** A controller that is validated around its methods. */
	@Validated
	@RestController
	public static class ValidatedController {

		@GetMapping("/validated/{id}")
		public String get(@PathVariable("id") @Min(1) int id, @RequestParam("q") @Size(max = 3) String q) {
			return "validated";
		}

		@GetMapping("/validated-result")
		public @NotBlank String result() {
			return "";
		}

		@PostMapping("/validated-body")
		public String body(@RequestBody @Valid Order order) {
			return "validated";
		}

	}

	/** A service that is validated around its methods. */
	@Service
	@Validated
	public static class Stock {

		public int take(@Min(1) int amount) {
			return amount;
		}

	}

}
