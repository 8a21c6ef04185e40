package dev.mainstay.core.problem.web;

import java.io.FileNotFoundException;
import java.io.IOException;

import dev.mainstay.core.problem.Problem;
import org.junit.jupiter.api.Test;

import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import static org.assertj.core.api.Assertions.assertThat;

class UploadProblemMapperTests {

	private final UploadProblemMapper mapper = new UploadProblemMapper();

	@Test
	void aBodyThatCannotBeTakenApartIsMalformed() {
		Problem problem = this.mapper.map(new MultipartException("x", new IllegalStateException("no boundary")));
		assertThat(problem).hasToString("400 malformed-request");
	}

	@Test
	void whatTheFileSystemSaysIsTheServicesOwnFault() {
		assertThat(this.mapper.map(new MultipartException("x", new IOException("No space left")))).isNull();
		assertThat(this.mapper.map(new MultipartException("x", new FileNotFoundException("/tmp")))).isNull();
	}

	@Test
	void aFileThatIsTooLargeHasAStatusOfItsOwn() {
		assertThat(this.mapper.map(new MaxUploadSizeExceededException(1))).isNull();
		assertThat(this.mapper.map(new IllegalStateException())).isNull();
	}

}
