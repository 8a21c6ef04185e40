package dev.mainstay.observability.masking;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SensitiveTests {

	private static final String SECRET = "Correct Horse";

	private static final Person PERSON = new Person("bob", SECRET);

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@MethodSource("holders")
	void isMaskedInTheTextOfWhateverHoldsIt(Object holder) {
		String text = this.engine.textOf(holder);
		assertThat(String.valueOf(holder)).contains(SECRET);
		assertThat(text).contains("[masked]").doesNotContain(SECRET).contains("bob");
		assertThat(text).isEqualTo(String.valueOf(holder).replace(SECRET, "[masked]"));
		assertThat(this.engine.holdsSensitive(holder)).isTrue();
	}

	static Stream<Object> holders() {
		Node child = new Node("bob", null, PERSON);
		Employee employee = new Employee(SECRET);
		return Stream.of(PERSON, List.of("a", PERSON), Map.of("k", PERSON), Optional.of(PERSON),
				Collections.singletonMap(PERSON, "v"), List.of(List.of(Optional.of(PERSON))), new Order(1, PERSON),
				new Cart(List.of(PERSON)), new Cart(Collections.unmodifiableCollection(List.of(PERSON))),
				new Box<>(PERSON), new Box<>(new Order(2, PERSON)), new Node("root", child, null), employee,
				new Box<>(employee), new Cart(Arrays.asList(null, PERSON)),
				new Names(new Box<?>[] { new Box<>(PERSON) }));
	}

	@Test
	void leavesTheTextOfEverythingElse() {
		for (Object value : List.of("a", 1, new Order(3, null), List.of("Correct Horse"), Thread.State.NEW,
				new Plain("Correct Horse"), new int[0], Optional.empty())) {
			assertThat(this.engine.textOf(value)).isEqualTo(String.valueOf(value));
			assertThat(this.engine.holdsSensitive(value)).isFalse();
		}
		assertThat(MaskingEngine.none().textOf(PERSON)).isEqualTo(PERSON.toString());
	}

	@Test
	void hidesAShortValueOnlyWhereItStandsAlone() {
		assertThat(this.engine.textOf(new Card("0123", 12, true)))
			.isEqualTo("Card[id=0123, pin=[masked], active=[masked]]");
	}

	@Test
	void endsInACycleAndInWhatIsVeryDeepOrLarge() {
		Map<String, Object> cycle = new LinkedHashMap<>();
		cycle.put("self", new Box<>(cycle));
		assertThat(this.engine.holdsSensitive(cycle)).isFalse();
		Node deep = new Node("bob", null, PERSON);
		for (int i = 0; i < 5000; i++) {
			deep = new Node("n" + i, deep, null);
		}
		assertThat(this.engine.holdsSensitive(deep)).isFalse();
		assertThat(this.engine.holdsSensitive(Collections.nCopies(100_000, "a"))).isFalse();
	}

	@Test
	void doesNotIterateWhatMightHaveToBeLoaded() {
		Lazy lazy = new Lazy();
		assertThat(this.engine.textOf(new Cart(lazy))).isEqualTo("Cart of 0");
		assertThat(lazy.loaded).isFalse();
	}

	@Test
	void showsNothingOfAnObjectWhoseSecretCannotBeRead() {
		assertThat(this.engine.textOf(new Broken(new Unprintable()))).isEqualTo("[masked]");
	}

	@Test
	void isMaskedForWhoeverCalledToo() {
		assertThat(this.engine.maskForCaller(PERSON)).isEqualTo("Person[name=bob, motto=[masked]]");
	}

	@Test
	void isCountedByItsRule() {
		long before = MaskedCounts.of(MaskingRule.ANNOTATION);
		this.engine.textOf(List.of(PERSON, new Person("al", "Other Horse")));
		assertThat(MaskedCounts.of(MaskingRule.ANNOTATION) - before).isEqualTo(2);
	}

	record Person(String name, @Sensitive String motto) {

	}

	record Plain(String motto) {

	}

	record Order(int id, Person person) {

	}

	record Box<T>(T content) {

	}

	record Names(Box<?>[] boxes) {

		@Override
		public String toString() {
			return Arrays.toString(this.boxes);
		}

	}

	record Node(String name, Node next, Object any) {

		@Override
		public String toString() {
			return (this.next != null) ? "Node to " + this.next.name + " " + this.next.any : this.name;
		}

	}

	record Card(String id, @Sensitive int pin, @Sensitive boolean active) {

	}

	record Broken(@Sensitive Object secret) {

	}

	static final class Unprintable {

		@Override
		public String toString() {
			throw new IllegalStateException("no text");
		}

	}

	abstract static class Staff {

		@Sensitive
		private final String motto;

		Staff(String motto) {
			this.motto = motto;
		}

	}

	static final class Employee extends Staff {

		Employee(String motto) {
			super(motto);
		}

		@Override
		public String toString() {
			return "bob:" + super.motto + ":";
		}

	}

	static final class Cart {

		private final Collection<Person> people;

		Cart(Collection<Person> people) {
			this.people = people;
		}

		@Override
		public String toString() {
			return (this.people instanceof Lazy) ? "Cart of 0" : "Cart of " + this.people;
		}

	}

	static final class Lazy extends java.util.AbstractCollection<Person> {

		private boolean loaded;

		@Override
		public java.util.Iterator<Person> iterator() {
			this.loaded = true;
			throw new IllegalStateException("no session");
		}

		@Override
		public int size() {
			this.loaded = true;
			return 0;
		}

	}

}
