package dev.mainstay.core.problem;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemPipelineTests {

	private static final ProblemMapper FRAMEWORK = (failure) -> (failure instanceof NumberFormatException)
			? Problem.of(ProblemCode.MALFORMED_REQUEST) : Problem.of(ProblemCode.INTERNAL_ERROR);

	private static final ProblemMapper CONFLICT = (failure) -> (failure instanceof IllegalStateException)
			? Problem.of(ProblemCode.CONFLICT) : null;

	@Test
	void theFirstMapperWithAnAnswerGivesIt() {
		ProblemPipeline pipeline = new ProblemPipeline(
				List.of(CONFLICT, (failure) -> Problem.of(ProblemCode.RATE_LIMITED)), FRAMEWORK);
		assertThat(pipeline.problem(new IllegalStateException(), null)).hasToString("409 conflict");
		assertThat(pipeline.problem(new RuntimeException(), null)).hasToString("429 rate-limited");
	}

	@Test
	void theFrameworkComesLast() {
		ProblemPipeline pipeline = new ProblemPipeline(List.of(CONFLICT), FRAMEWORK);
		assertThat(pipeline.problem(new NumberFormatException(), null)).hasToString("400 malformed-request");
		assertThat(pipeline.problem(new RuntimeException(), null)).hasToString("500 internal-error");
	}

	@Test
	void looksIntoWhatContainersWrap() {
		ProblemPipeline pipeline = new ProblemPipeline(List.of(CONFLICT), FRAMEWORK);
		assertThat(pipeline.problem(new CompletionException(new IllegalStateException()), null))
			.hasToString("409 conflict");
	}

	@Test
	void aMapperThatThrowsIsPassedOver() {
		ProblemMapper broken = (failure) -> {
			throw new IllegalArgumentException("broken");
		};
		ProblemPipeline pipeline = new ProblemPipeline(List.of(broken, CONFLICT), broken);
		assertThat(pipeline.problem(new IllegalStateException(), null)).hasToString("409 conflict");
		assertThat(pipeline.problem(new RuntimeException(), null)).hasToString("500 internal-error");
	}

	@Test
	void anErrorOfAMapperAndMappersThatAreNotAvailableArePassedOver() {
		ProblemMapper broken = (failure) -> {
			throw new StackOverflowError("expected by the test");
		};
		assertThat(new ProblemPipeline(List.of(broken, CONFLICT), FRAMEWORK).problem(new IllegalStateException(), null))
			.hasToString("409 conflict");
		Supplier<List<ProblemMapper>> unavailable = () -> {
			throw new IllegalStateException("expected by the test");
		};
		assertThat(new ProblemPipeline(unavailable, FRAMEWORK).problem(new NumberFormatException(), null))
			.hasToString("400 malformed-request");
	}

	@Test
	void aStatusThatTheApplicationChoseStays() {
		ProblemPipeline pipeline = new ProblemPipeline(List.of(CONFLICT), FRAMEWORK);
		assertThat(pipeline.problem(new IllegalStateException(), 404)).hasToString("404 not-found");
		assertThat(pipeline.problem(new NumberFormatException(), 503)).hasToString("503 temporarily-overloaded");
		assertThat(pipeline.problem(null, 418)).hasToString("418 client-error");
	}

	@Test
	void aStatusThatTheFrameworkChoseIsLeftToTheMappers() {
		ProblemMapper unprocessable = (failure) -> Problem.of(ProblemCode.UNPROCESSABLE_CONTENT);
		ProblemPipeline pipeline = new ProblemPipeline(List.of(unprocessable), FRAMEWORK);
		assertThat(pipeline.problem(new NumberFormatException(), 400)).hasToString("422 unprocessable-content");
	}

}
