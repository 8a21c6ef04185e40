package dev.mainstay.core.validation.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonView;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that reads JSON in many ways, the same on both web stacks.
 */
public final class Shop {

	private Shop() {
	}

	/** A kind. */
	public enum Kind {

		/** One. */
		A,

		/** Another. */
		B

	}

	/** A line of an order. */
	public record Item(String sku, int qty) {

	}

	/** An order. */
	public record Order(String name, Kind kind, BigDecimal price, Boolean gift, List<Item> items, List<String> tags,
			Map<String, String> notes) {

	}

	/** What only some may set. */
	public record Viewed(@JsonView(String.class) String open, @JsonView(Integer.class) String closed) {

	}

	/** The controller. */
	@RestController
	public static class Controller {

		@PostMapping("/shop")
		public String order(@RequestBody Order order) {
			return String.valueOf(order);
		}

		@PostMapping("/tree")
		public String tree(@RequestBody Map<String, Object> body) {
			return "read " + body.size();
		}

		@PostMapping("/items")
		public String list(@RequestBody List<Item> items) {
			return items.toString();
		}

		@PostMapping("/any")
		public String any(@RequestBody Object body) {
			return "read";
		}

		@PostMapping("/viewed")
		public String viewed(@RequestBody @JsonView(String.class) Viewed viewed) {
			return viewed.toString();
		}

	}

}
