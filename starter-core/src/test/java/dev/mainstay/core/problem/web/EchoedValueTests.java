package dev.mainstay.core.problem.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.Violation;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages in a bundle show the value without the template saying so.
 */
class EchoedValueTests {

	private final LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();

	private final WebProblemMapper mapper = new WebProblemMapper(new StaticMessageSource());

	@BeforeEach
	void start() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("shown", Locale.ROOT, "Not this: ${validatedValue}");
		messages.setUseCodeAsDefaultMessage(false);
		LocaleContextHolder.setLocale(Locale.ROOT);
		this.validator.setValidationMessageSource(messages);
		this.validator.afterPropertiesSet();
	}

	@AfterEach
	void stop() {
		LocaleContextHolder.resetLocaleContext();
		this.validator.close();
	}

	@Test
	void isNotToldWhateverItsTypeIs() {
		Form form = new Form("hunter2", LocalDate.of(2001, 2, 3), List.of("hunter2"), new Part("hunter2"));
		BeanPropertyBindingResult result = new BeanPropertyBindingResult(form, "form");
		this.validator.validate(form, result);
		assertThat(result.getAllErrors()).hasSize(5)
			.allSatisfy((error) -> assertThat(error.getDefaultMessage()).containsAnyOf("hunter2", "2001-02-03"));
		Problem problem = this.mapper.map(new BindException(result));
		assertThat(problem.errors()).hasSize(5).extracting(Violation::detail).containsOnly(ViolationTexts.INVALID);
	}

	@Test
	void isNotToldForTheParametersOfAController() throws ReflectiveOperationException {
		Handler handler = new Handler();
		ConstraintViolationException failure = new ConstraintViolationException(this.validator.forExecutables()
			.validateParameters(handler, Handler.class.getDeclaredMethod("handle", LocalDate.class, Part.class),
					new Object[] { LocalDate.of(2001, 2, 3), new Part("hunter2") }));
		assertThat(failure).hasMessageContaining("hunter2").hasMessageContaining("2001-02-03");
		assertThat(this.mapper.map(failure).errors()).hasSize(2)
			.extracting(Violation::detail)
			.containsOnly(ViolationTexts.INVALID);
	}

	@Never
	record Form(@Pattern(regexp = "x", message = "{shown}") String text, @Future(message = "{shown}") LocalDate date,
			@Size(min = 2, message = "{shown}") List<String> list, @Valid Part part) {

	}

	@Never
	record Part(String text) {

	}

	@Controller
	static class Handler {

		void handle(@Future(message = "{shown}") LocalDate date, @Valid Part part) {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = NeverValidator.class)
	@interface Never {

		String message() default "{shown}";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	public static class NeverValidator implements ConstraintValidator<Never, Object> {

		@Override
		public boolean isValid(Object value, ConstraintValidatorContext context) {
			return false;
		}

	}

}
