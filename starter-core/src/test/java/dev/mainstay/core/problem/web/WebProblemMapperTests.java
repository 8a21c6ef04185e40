package dev.mainstay.core.problem.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class WebProblemMapperTests {

	private final WebProblemMapper mapper = new WebProblemMapper(new StaticMessageSource());

	@Test
	void whatIsNotKnownIsAnInternalError() {
		assertThat(this.mapper.map(new RuntimeException("secret"))).hasToString("500 internal-error");
	}

	@Test
	void anUploadThatIsTooLargeIsAPayloadThatIsTooLarge() {
		assertThat(this.mapper.map(new MaxUploadSizeExceededException(1))).hasToString("413 payload-too-large");
	}

	@Test
	void aViolationOutsideOfAControllerIsTheServicesOwnFault() {
		assertThat(this.mapper.map(new ConstraintViolationException("secret", null))).hasToString("500 internal-error");
	}

	@Test
	void aBindingFailureTellsNeitherValueNorType() {
		BindException failure = new BindException(new BeanPropertyBindingResult(new Form(), "form"));
		failure.rejectValue("age", "typeMismatch", "Failed to convert 'secret' to java.lang.Integer");
		failure.addError(new FieldError("form", "age", "secret", true, new String[] { "typeMismatch" }, null,
				"Failed to convert 'secret' to java.lang.Integer"));
		Problem problem = this.mapper.map(failure);
		assertThat(problem).hasToString("400 validation-failed");
		assertThat(problem.errors()).last().satisfies((error) -> {
			assertThat(error.code()).isEqualTo("type-mismatch");
			assertThat(error.place()).isEqualTo("age");
			assertThat(error.detail()).isEqualTo(ViolationTexts.WRONG_TYPE);
		});
	}

	@Test
	void theMessageOfATypeMismatchIsNotTold() {
		Problem problem = this.mapper.map(new TypeMismatchException("secret", Integer.class));
		assertThat(problem).hasToString("400 malformed-request");
		assertThat(problem.detail()).doesNotContain("secret");
	}

	@Test
	void theReasonOfAResponseStatusExceptionIsNotTold() {
		Problem problem = this.mapper.map(new ResponseStatusException(HttpStatus.CONFLICT, "secret"));
		assertThat(problem).hasToString("409 conflict");
		assertThat(problem.detail()).doesNotContain("secret");
	}

	@Test
	void aProblemDetailOfTheApplicationIsAdopted() {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Already shipped.");
		detail.setType(URI.create("https://example.com/shipped"));
		detail.setTitle("Shipped");
		ErrorResponseException failure = new ErrorResponseException(HttpStatus.CONFLICT, detail, null);
		failure.getHeaders().set("Retry-After", "5");
		Problem problem = this.mapper.map(failure);
		assertThat(problem.type()).isEqualTo("https://example.com/shipped");
		assertThat(problem.title()).isEqualTo("Shipped");
		assertThat(problem.detail()).isEqualTo("Already shipped.");
		assertThat(problem.headers()).containsEntry("Retry-After", "5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jakarta.servlet.", "jakarta.validation.", "tools.jackson." })
	void worksWithoutWhatIsOptional(String hidden) throws ReflectiveOperationException {
		ClassLoader classLoader = new HidingClassLoader(getClass().getClassLoader(), hidden);
		ProblemMapper without = (ProblemMapper) classLoader.loadClass(WebProblemMapper.class.getName())
			.getConstructor(MessageSource.class)
			.newInstance(new StaticMessageSource());
		assertThat(without.getClass()).isNotEqualTo(WebProblemMapper.class);
		assertThat(without.map(new ResponseStatusException(HttpStatus.CONFLICT))).hasToString("409 conflict");
		assertThat(without.map(new BindException(new BeanPropertyBindingResult(new Form(), "form"))))
			.hasToString("400 validation-failed");
	}

	static class Form {

		public Integer getAge() {
			return 1;
		}

	}

	/** Loads the package under test anew, as if something were not on the class path. */
	private static final class HidingClassLoader extends ClassLoader {

		private static final String ANEW = "dev.mainstay.core.problem.web.";

		private final String hidden;

		HidingClassLoader(ClassLoader parent, String hidden) {
			super(parent);
			this.hidden = hidden;
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith(this.hidden)) {
				throw new ClassNotFoundException(name);
			}
			return name.startsWith(ANEW) ? define(name) : super.loadClass(name, resolve);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			Class<?> known = findLoadedClass(name);
			if (known != null) {
				return known;
			}
			try (InputStream resource = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = resource.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
