package dev.mainstay.core.validation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import jakarta.persistence.spi.PersistenceProviderResolver;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Past;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.ModelAttribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MissingValidTests {

	private static final Item INVALID = new Item(0);

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	private final MissingValid missing = missing(this.validator, Rung.REPORT);

	@ParameterizedTest
	@CsvSource({ "plain,1", "valid,0", "validated,0", "custom,0", "withErrors,0", "notBound,0" })
	void looksWhereNobodyElseDoes(String method, int found) {
		assertThat(this.missing.find(parameter(method), INVALID)).hasSize(found);
	}

	@ParameterizedTest
	@CsvSource({ "list,1", "cascadedList,0", "strings,0", "raw,0" })
	void looksIntoAListWhereTheFrameworkDoesNot(String method, int found) {
		assertThat(this.missing.find(parameter(method), Arrays.asList(new Item(1), null, INVALID))).hasSize(found);
	}

	@Test
	void namesThePlaceInTheList() {
		assertThat(this.missing.find(parameter("list"), Arrays.asList(new Item(1), null, INVALID)))
			.containsExactly(new MissingValid.Invalid(INVALID, 2, null, List.of()));
	}

	@Test
	void looksIntoAnOptional() {
		assertThat(this.missing.find(parameter("optional"), Optional.of(INVALID))).hasSize(1);
		assertThat(this.missing.find(parameter("optional"), Optional.empty())).isEmpty();
	}

	@Test
	void whatLeadsBackToItselfIsWalkedOnce() {
		Ring ring = new Ring();
		ring.next = ring;
		assertThat(this.missing.find(parameter("ring"), ring)).isEmpty();
		ring.item = INVALID;
		assertThat(this.missing.find(parameter("ring"), ring)).singleElement()
			.satisfies((invalid) -> assertThat(invalid.nested())
				.containsExactly(new MissingValid.Nested("item", INVALID)));
	}

	@Test
	void looksTwentyLevelsDeep() {
		assertThat(this.missing.find(parameter("ring"), chain(20))).hasSize(1);
		assertThat(this.missing.find(parameter("ring"), chain(21))).isEmpty();
	}

	private static Ring chain(int length) {
		Ring first = new Ring();
		Ring last = first;
		for (int i = 1; i < length; i++) {
			last.next = new Ring();
			last = last.next;
		}
		last.item = INVALID;
		return first;
	}

	@Test
	void aConstraintThatFailsIsPassedOverInReport() {
		assertThat(this.missing.find(parameter("broken"), new Broken("x"))).isEmpty();
	}

	@Test
	void aConstraintThatFailsFailsWhenEnforced() {
		MissingValid enforced = missing(this.validator, Rung.ENFORCE);
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> enforced.find(parameter("broken"), new Broken("x")));
	}

	@Test
	void whatAStoreHasNotLoadedIsNotLoadedToBeLookedAt() {
		PersistenceProviderResolver before = PersistenceProviderResolverHolder.getPersistenceProviderResolver();
		PersistenceProviderResolverHolder.setPersistenceProviderResolver(new LazyStore());
		MissingValid enforced = missing(this.validator, Rung.ENFORCE);
		try {
			assertThat(enforced.find(parameter("box"), new Box(new LazyStore.Rows<>()))).isEmpty();
			assertThat(enforced.find(parameter("box"), new Box(List.of(INVALID)))).hasSize(1);
		}
		finally {
			PersistenceProviderResolverHolder.setPersistenceProviderResolver(before);
		}
	}

	@Test
	void countsARequestOnce() {
		Ladder ladder = new Ladder(Mode.ENFORCE);
		MissingValid enforced = new MissingValid(this.validator, ladder.rule(MissingValid.RULE, null));
		assertThat(enforced.broken(parameter("plain"), true)).isTrue();
		assertThat(enforced.broken(parameter("plain"), false)).isTrue();
		assertThat(ladder.rules().get(0).hits()).isOne();
	}

	private static MissingValid missing(Validator validator, Rung rung) {
		return new MissingValid(validator, new Ladder(Mode.REPORT).rule(MissingValid.RULE, rung));
	}

	private static MethodParameter parameter(String name) {
		Method method = Arrays.stream(Handler.class.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(name))
			.findFirst()
			.orElseThrow();
		return new MethodParameter(method, 0);
	}

	record Item(@Min(1) int quantity) {

	}

	/** Cascades to nothing. */
	static class Ring {

		private Ring next;

		private Item item;

		public Ring getNext() {
			return this.next;
		}

		public Item getItem() {
			return this.item;
		}

		public Item getBroken() {
			throw new IllegalStateException("broken");
		}

	}

	record Box(List<Item> items) {

	}

	/** A constraint that does not fit its type: Bean Validation fails on it. */
	record Broken(@Past String text) {

	}

	static class Handler {

		void plain(Item item) {
		}

		void box(Box box) {
		}

		void valid(@Valid Item item) {
		}

		void validated(@Validated Item item) {
		}

		void custom(@ValidCustom Item item) {
		}

		void withErrors(Item item, BindingResult errors) {
		}

		void notBound(@ModelAttribute(binding = false) Item item) {
		}

		void list(List<Item> items) {
		}

		void cascadedList(List<@Valid Item> items) {
		}

		void strings(List<String> items) {
		}

		@SuppressWarnings("rawtypes")
		void raw(List items) {
		}

		void optional(Optional<Item> item) {
		}

		void ring(Ring ring) {
		}

		void broken(Broken broken) {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface ValidCustom {

	}

}
