package dev.mainstay.core.problem.web;

import java.util.List;

import dev.mainstay.core.problem.ProblemPipeline;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemDetailCompletionTests {

	private final ProblemDetailCompletion completion = new ProblemDetailCompletion(
			new ProblemPipeline(List.of(), (failure) -> null), () -> null);

	private final JsonMapper mapper = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.build();

	@Test
	void aProblemDetailGetsTheCodeOfItsStatus() {
		ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.CONFLICT);
		this.completion.handleError(detail, null);
		assertThat(this.mapper.writeValueAsString(detail)).contains("\"code\":\"conflict\"");
	}

	/** Its properties are written besides its own members, and a name would be twice. */
	@Test
	void aClassWithMembersOfItsOwnIsLeftAlone() {
		ProblemDetail detail = new OutOfStock();
		this.completion.handleError(detail, null);
		assertThat(this.mapper.writeValueAsString(detail)).containsOnlyOnce("\"code\"").contains("out-of-stock");
	}

	static final class OutOfStock extends ProblemDetail {

		OutOfStock() {
			super(409);
		}

		public String getCode() {
			return "out-of-stock";
		}

	}

}
