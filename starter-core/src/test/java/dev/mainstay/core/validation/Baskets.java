package dev.mainstay.core.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpEntity;
import org.springframework.http.RequestEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that forgot to say how far validation goes, the same on both web stacks.
 */
@RestController
public class Baskets {

	/** What is in a basket. */
	public record Line(@Min(1) int quantity) {

	}

	/** Something with lines in every way that there is, none of which cascades. */
	public record Basket(@NotBlank String name, Line single, List<Line> lines, Map<String, Line> named, Line[] array,
			Optional<Line> maybe, Set<Line> set, List<List<Line>> rows, @Valid Basket inner) {

	}

	/** Constraints for somebody else. */
	public interface Strict {

	}

	@PostMapping("/basket")
	public String basket(@RequestBody Basket basket) {
		return "created";
	}

	@PostMapping("/basket-asked")
	public String asked(@RequestBody @Valid Basket basket) {
		return "created";
	}

	@PostMapping("/basket-grouped")
	public String grouped(@RequestBody @Validated(Strict.class) Basket basket) {
		return "created";
	}

	@PostMapping("/basket-entity")
	public String entity(HttpEntity<Basket> basket) {
		return "created";
	}

	@PostMapping("/line-entities")
	public String entities(RequestEntity<List<Line>> lines) {
		return "created";
	}

	@PostMapping("/line-set")
	public String set(@RequestBody Set<Line> lines) {
		return "created";
	}

	@PostMapping("/line-map")
	public String map(@RequestBody Map<String, Line> lines) {
		return "created";
	}

	@PostMapping("/line-array")
	public String array(@RequestBody Line[] lines) {
		return "created";
	}

	@PostMapping("/basket-list")
	public String list(@RequestBody List<Basket> baskets) {
		return "created";
	}

	@GetMapping("/plain/{path}")
	public String plain(@PathVariable @Min(1) int path, @RequestParam @Min(1) int parameter,
			@RequestHeader("X-Number") @Min(1) int header, @CookieValue @Min(1) int cookie) {
		return "read";
	}

}
