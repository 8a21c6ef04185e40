package dev.mainstay.tests.paging;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mainstay.core.validation.SortableBy;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PagedModel;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what arrives of what a caller asks for, the same on both web stacks.
 */
@RestController
class Users {

	record Role(String name, String secret, List<String> permissions) {

	}

	record User(String name, @JsonProperty("created") String createdAt, Role role, String passwordHash, String apiKey,
			@JsonIgnore String internal) {

	}

	/** Says in the name of the only element what it was asked for. */
	private static Page<User> page(Pageable pageable) {
		String asked = pageable.isPaged() ? pageable.getPageNumber() + "/" + pageable.getPageSize() : "all";
		User user = new User(asked + "/" + pageable.getSort(), null, null, null, null, null);
		return new PageImpl<>(List.of(user), PageRequest.of(0, 1), 1);
	}

	@GetMapping("/users")
	ResponseEntity<Page<User>> users(Pageable pageable) {
		return ResponseEntity.ok(page(pageable));
	}

	@GetMapping("/model")
	PagedModel<User> model(Pageable pageable) {
		return new PagedModel<>(page(pageable));
	}

	@GetMapping("/sorted")
	List<User> sorted(Sort sort) {
		return page(Pageable.unpaged(sort)).getContent();
	}

	@GetMapping("/map")
	Map<String, Object> map(Pageable pageable) {
		return Map.of("asked", page(pageable).getContent().get(0).name());
	}

	@GetMapping("/declared")
	@SortableBy({ "passwordHash", "rank" })
	Page<User> declared(Pageable pageable) {
		return page(pageable);
	}

	@GetMapping("/declared-parameter")
	@SortableBy("rank")
	Page<User> declaredAtParameter(@SortableBy("name") Pageable pageable) {
		return page(pageable);
	}

	@GetMapping("/default")
	Page<User> defaults(@PageableDefault(size = 5000, page = 7, sort = "rank") Pageable pageable) {
		return page(pageable);
	}

	@GetMapping("/two")
	List<User> two(@Qualifier("a") Pageable first, @Qualifier("b") Pageable second) {
		return List.of(page(first).getContent().get(0), page(second).getContent().get(0));
	}

}
