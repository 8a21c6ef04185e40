package dev.mainstay.tests.torture.idempotency;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What compares can find each promise broken, and finds none that is kept.
 */
class VerdictTests {

	private static final Answer UNKNOWN = new Answer(Answer.Kind.UNKNOWN, "409");

	private static final Answer IN_PROGRESS = new Answer(Answer.Kind.IN_PROGRESS, "409");

	@Test
	void whatIsKeptPasses() {
		assertThat(rejecting(List.of(7L), done(7), done(7)).broken()).isEmpty();
		assertThat(rejecting(List.of(7L), UNKNOWN, done(7)).late()).isOne();
		assertThat(rejecting(List.of(7L), UNKNOWN, done(7)).broken()).isEmpty();
		assertThat(rejecting(List.of(), UNKNOWN)).isEqualTo(new Verdict(List.of(), 0, 1, 0));
		assertThat(rejecting(List.of(7L), UNKNOWN).broken()).isEmpty();
		assertThat(reExecuting(1, List.of(7L, 8L), done(7), done(8)).broken()).isEmpty();
	}

	@Test
	void secondEffects() {
		assertThat(rejecting(List.of(7L, 8L), done(7)).broken()).singleElement()
			.asString()
			.startsWith("two effects: Order[key=k")
			.contains("rows [7, 8]");
		assertThat(reExecuting(1, List.of(7L, 8L, 9L), done(7)).broken())
			.containsExactly("2 second effects, of which the meter knows 1");
	}

	@Test
	void answers() {
		assertThat(rejecting(List.of(7L), done(7), new Answer(Answer.Kind.CREATED, "\"execution\":7 ")).broken())
			.singleElement()
			.asString()
			.startsWith("two answers");
		assertThat(reExecuting(1, List.of(7L, 8L), replay(7), replay(8)).broken()).singleElement()
			.asString()
			.startsWith("a stored answer that changed");
		assertThat(rejecting(List.of(), done(7)).broken()).singleElement().asString().startsWith("an answer without");
		assertThat(rejecting(List.of(71L), done(7)).broken()).singleElement()
			.asString()
			.startsWith("an answer without");
		assertThat(reExecuting(1, List.of(8L), done(7), done(8)).broken()).hasSize(2);
		assertThat(rejecting(List.of(7L), new Answer(Answer.Kind.OTHER, "500"), done(7)).broken()).singleElement()
			.asString()
			.startsWith("an answer that is none of ours");
	}

	@Test
	void ends() {
		assertThat(rejecting(List.of(7L), IN_PROGRESS).broken()).singleElement().asString().startsWith("no end");
		assertThat(rejecting(List.of(), new Answer(Answer.Kind.UNAVAILABLE, "503")).broken()).hasSize(1);
		assertThat(rejecting(List.of(7L), UNKNOWN, IN_PROGRESS).broken()).hasSize(1);
		assertThat(reExecuting(0, List.of(7L), UNKNOWN).broken()).singleElement().asString().startsWith("no end");
	}

	private static Answer done(long execution) {
		return new Answer(Answer.Kind.CREATED, "\"execution\":" + execution + "}");
	}

	private static Answer replay(long execution) {
		return new Answer(Answer.Kind.REPLAYED, "\"execution\":" + execution + "}");
	}

	private static Verdict rejecting(List<Long> rows, Answer... answers) {
		return verdict(0, false, rows, answers);
	}

	private static Verdict reExecuting(int takenOver, List<Long> rows, Answer... answers) {
		return verdict(takenOver, true, rows, answers);
	}

	private static Verdict verdict(int takenOver, boolean reExecutes, List<Long> rows, Answer... answers) {
		Told told = new Told(new Order("k", 0, 0));
		for (Answer answer : answers) {
			told.add(answer);
		}
		return Verdict.of(List.of(told), Map.of("k", rows), takenOver, reExecutes);
	}

}
