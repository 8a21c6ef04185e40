package dev.mainstay.tests.fuzz;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.mainstay.samples.orders.Order;
import dev.mainstay.samples.orders.OrderRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the sample does not take and other services do: forms, files, pages, parameters of
 * all kinds, and JSON with more than text and numbers.
 */
@RestController
@RequestMapping("/shop")
class ShopOperations {

	private final OrderRepository orders;

	ShopOperations(OrderRepository orders) {
		this.orders = orders;
	}

	@PostMapping("/articles")
	Map<String, Object> add(@RequestBody ShopArticle article) {
		return Map.of("sku", String.valueOf(article.sku()));
	}

	@PutMapping("/articles/{id}")
	Map<String, Object> put(@PathVariable long id, @Valid @RequestBody ShopArticle article) {
		return Map.of("id", id);
	}

	@PostMapping("/bulk")
	Map<String, Object> addAll(@RequestBody List<ShopArticle> articles) {
		return Map.of("size", articles.size());
	}

	@PostMapping("/anything")
	Map<String, Object> anything(@RequestBody Map<String, Object> document) {
		return Map.of("size", document.size());
	}

	@GetMapping("/search")
	Map<String, Object> search(@RequestParam @Min(1) @Max(100) int size, @RequestParam ShopArticle.Kind kind,
			@RequestParam LocalDate due, @RequestParam List<Integer> ids, @RequestParam Optional<Boolean> all,
			@RequestHeader("X-Tenant") int tenant) {
		return Map.of("size", size, "ids", ids.size(), "tenant", tenant);
	}

	@GetMapping("/orders")
	Page<Order> orders(Pageable page, @CookieValue(required = false) @Nullable Integer theme) {
		return this.orders.findAll(page);
	}

	@PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Map<String, Object> form(@Valid @ModelAttribute ShopForm form) {
		return Map.of("count", form.count());
	}

	@PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Map<String, Object> upload(@RequestPart MultipartFile file, @RequestPart ShopArticle article) {
		return Map.of("length", file.getSize());
	}

}
