package dev.mainstay.observability.tracing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenIdsTests {

	private final WrittenIds ids = new WrittenIds();

	@Test
	void knowsACopyAndNothingThatEqualsIt() {
		String id = "b7ad6b7169203331";
		String copy = this.ids.copyOf(id);
		assertThat(copy).isEqualTo(id);
		assertThat(this.ids.contains(copy)).isTrue();
		assertThat(this.ids.contains(id)).isFalse();
		assertThat(this.ids.contains(new String(copy))).isFalse();
		assertThat(this.ids.contains("00f067aa0ba902b7")).isFalse();
	}

	@Test
	void hasOneCopyOfAnIdWhicheverThreadAsks() {
		List<String> copies = IntStream.range(0, 10_000)
			.parallel()
			.mapToObj((i) -> this.ids.copyOf(Integer.toString(i % 100)))
			.toList();
		Set<String> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
		distinct.addAll(copies);
		assertThat(distinct).hasSize(100);
		assertThat(copies).allMatch(this.ids::contains);
	}

	@Test
	void knowsWhatIsHeldAndForgetsTheRest() {
		String held = this.ids.copyOf("held");
		int written = 0;
		do {
			for (int i = 0; i < 1000; i++) {
				this.ids.copyOf("id-" + written++);
			}
			System.gc();
		}
		while (this.ids.size() == written + 1);
		assertThat(this.ids.contains(held)).isTrue();
	}

}
