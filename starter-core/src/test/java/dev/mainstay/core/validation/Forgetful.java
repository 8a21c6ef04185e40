package dev.mainstay.core.validation;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * An application that forgot to ask for validation, the same on both web stacks.
 */
public final class Forgetful {

	private Forgetful() {
	}

	/** An order. */
	public record Order(@NotBlank String customer, List<@Valid Item> items) {

	}

	/** A line of an order. */
	public record Item(@Min(1) int quantity) {

	}

	/** Something without constraints. */
	public record Note(String text) {

	}

	/** A form. */
	public static final class Form {

		private String name;

		@NotBlank
		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	/** The controller. */
	@RestController
	public static class Controller {

		@PostMapping("/forgotten")
		public String forgotten(@RequestBody Order order) {
			return "created";
		}

		@PostMapping("/asked")
		public String asked(@RequestBody @Valid Order order) {
			return "created";
		}

		@PostMapping("/list")
		public String list(@RequestBody List<Item> items) {
			return "created";
		}

		@PostMapping("/strings")
		public String strings(@RequestBody List<String> items) {
			return "created";
		}

		@PostMapping("/note")
		public String note(@RequestBody Note note) {
			return "created";
		}

		@PostMapping("/map")
		public String map(@RequestBody Map<String, Object> map) {
			return "created";
		}

	}

	/** An advice that has its own answer for what is not valid. */
	@RestControllerAdvice
	public static class Advice {

		@ExceptionHandler
		public ResponseEntity<Map<String, String>> handle(Exception ex) {
			return ResponseEntity.status(422).body(Map.of("own", ex.getClass().getSimpleName()));
		}

	}

	/** What only Spring MVC binds. */
	@RestController
	public static class FormController {

		@PostMapping("/form")
		public String form(@ModelAttribute Form form) {
			return "created";
		}

		@PostMapping("/form-implied")
		public String implied(Form form) {
			return "created";
		}

		@PostMapping("/form-errors")
		public String errors(Form form, BindingResult errors) {
			return "handled " + errors.getErrorCount();
		}

		@PostMapping("/form-and-body")
		public String both(Form form, @RequestBody Order order) {
			return "created";
		}

	}

}
