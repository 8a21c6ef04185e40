package dev.mainstay.core.validation.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

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

	/** Read by a class that tells of failures in its own way. */
	@JsonDeserialize(using = Wrapping.class)
	public record Wrapped(@Nullable Item item) {

	}

	/** Read by a class that makes something of what fails. */
	@JsonDeserialize(using = Swallowing.class)
	public record Swallowed(@Nullable Item item) {

	}

	static class Wrapping extends ValueDeserializer<Wrapped> {

		@Override
		public Wrapped deserialize(JsonParser parser, DeserializationContext context) {
			try {
				return new Wrapped(context.readValue(parser, Item.class));
			}
			catch (JacksonException ex) {
				throw new IllegalArgumentException("No item", ex);
			}
		}

	}

	static class Swallowing extends ValueDeserializer<Swallowed> {

		@Override
		public Swallowed deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode tree = context.readTree(parser);
			try {
				return new Swallowed(context.readTreeAsValue(tree, Item.class));
			}
			catch (JacksonException ex) {
				return new Swallowed(null);
			}
		}

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

		@PostMapping("/wrapping")
		public String wrapping(@RequestBody Wrapped wrapped) {
			return String.valueOf(wrapped.item());
		}

		@PostMapping("/swallowing")
		public String swallowing(@RequestBody Swallowed swallowed) {
			return String.valueOf(swallowed.item());
		}

		@PostMapping("/viewed")
		public String viewed(@RequestBody @JsonView(String.class) Viewed viewed) {
			return viewed.toString();
		}

	}

}
