package dev.mainstay.core.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.mainstay.core.problem.Violation.In;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProblemTests {

	@ParameterizedTest
	@CsvSource({ "validation-failed,400", "malformed-request,400", "destination-not-allowed,400", "unauthenticated,401",
			"forbidden,403", "csrf-rejected,403", "not-found,404", "method-not-allowed,405", "not-acceptable,406",
			"request-timeout,408", "conflict,409", "precondition-failed,412", "payload-too-large,413",
			"uri-too-long,414", "unsupported-media-type,415", "rate-limited,429", "header-fields-too-large,431",
			"internal-error,500", "not-implemented,501", "dependency-failed,502", "dependency-unavailable,503",
			"temporarily-overloaded,503", "deadline-exceeded,504", "idempotency-key-missing,400",
			"idempotency-key-invalid,400", "idempotency-key-reused,422", "idempotency-in-progress,409",
			"idempotency-outcome-unknown,409", "idempotency-response-not-replayable,409",
			"idempotency-store-unavailable,503" })
	void theCatalogueHoldsThePublicContract(String code, int status) {
		assertThat(Arrays.stream(ProblemCode.values()).filter((known) -> known.code().equals(code))).singleElement()
			.satisfies((known) -> assertThat(known.status()).isEqualTo(status));
	}

	@ParameterizedTest
	@CsvSource({ "400,malformed-request", "404,not-found", "409,conflict", "418,client-error",
			"422,unprocessable-content", "500,internal-error", "503,temporarily-overloaded", "599,server-error" })
	void aStatusAloneHasACode(int status, String code) {
		Problem problem = Problem.ofStatus(status);
		assertThat(problem.status()).isEqualTo(status);
		assertThat(problem.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 99, 1000 })
	void refusesWhatIsNoStatus(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> Problem.ofStatus(status));
	}

	@Test
	void keepsNoMoreThanAHundredErrors() {
		Problem problem = Problem.of(ProblemCode.VALIDATION_FAILED);
		assertThat(problem.withErrors(violations(100)).errorsTruncated()).isFalse();
		assertThat(problem.withErrors(violations(101)).errorsTruncated()).isTrue();
		assertThat(problem.withErrors(violations(101)).errors()).hasSize(100);
	}

	@Test
	void isNotChangedByItsCopies() {
		Problem problem = Problem.of(ProblemCode.CONFLICT);
		problem.withDetail("x").withType("y").with("a", 1).withHeader("b", "c").withErrors(violations(1));
		assertThat(problem.detail()).isEqualTo(ProblemCode.CONFLICT.detail());
		assertThat(problem.type()).isNull();
		assertThat(problem.extensions()).isEmpty();
		assertThat(problem.headers()).isEmpty();
		assertThat(problem.errors()).isEmpty();
	}

	private static List<Violation> violations(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new Violation(In.POINTER, "#/" + i, "min", "too small"))
			.toList();
	}

}
