package dev.mainstay.core.validation.paging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Slice;
import org.springframework.data.web.PagedModel;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

class ElementTypesTests {

	@ParameterizedTest
	@ValueSource(strings = { "page", "slice", "list", "array", "stream", "entity", "later", "mono", "flux", "model" })
	void findsWhatThereIsManyOf(String method) {
		assertThat(find(method)).isEqualTo(Item.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "one", "envelope", "wildcard", "object", "raw", "strings", "map", "maps", "tree", "view" })
	void doesNotGuess(String method) {
		assertThat(find(method)).isNull();
	}

	@Test
	void whatIsNotWrittenIsNotSortedBy() {
		assertThat(SortableProperties.of(Item.class)).containsExactly("getter", "open", "self", "self.getter",
				"self.open", "self.self");
	}

	private static Class<?> find(String name) {
		return ElementTypes.find(ResolvableType.forMethodReturnType(Arrays.stream(Handlers.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow()));
	}

	@JsonIgnoreProperties("listed")
	abstract static class Item {

		public int open;

		@JsonIgnore
		public int closed;

		@JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
		private String written;

		public abstract String getGetter();

		public String getWritten() {
			return this.written;
		}

		public String getListed() {
			return "";
		}

		@JsonIgnore
		public String getHidden() {
			return "";
		}

		public String getPassword() {
			return "";
		}

		public Item getSelf() {
			return this;
		}

		public String takeThis() {
			return "";
		}

	}

	record Envelope(List<Item> items) {

	}

	@SuppressWarnings("rawtypes")
	interface Handlers {

		Page<Item> page();

		Slice<Item> slice();

		List<? extends Item> list();

		Item[] array();

		Stream<Item> stream();

		ResponseEntity<List<Item>> entity();

		CompletableFuture<Page<Item>> later();

		Mono<ResponseEntity<Page<Item>>> mono();

		Flux<Item> flux();

		PagedModel<Item> model();

		Item one();

		Envelope envelope();

		ResponseEntity<?> wildcard();

		Object object();

		List raw();

		List<String> strings();

		Map<String, Item> map();

		List<Map<String, Item>> maps();

		JsonNode tree();

		String view();

	}

}
