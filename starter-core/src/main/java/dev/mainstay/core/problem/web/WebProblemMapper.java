package dev.mainstay.core.problem.web;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.internal.CarriedProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.util.ClassUtils;

/**
 * Knows what the failures of Spring's web stacks, of Bean Validation and of Jackson mean
 * to a caller. Never tells an exception's message. Thread-safe.
 *
 * @since 0.1.0
 */
public final class WebProblemMapper implements ProblemMapper {

	private final List<ProblemMapper> mappers;

	/**
	 * Create the mapper.
	 * @param messages resolves the messages of constraints, as the framework would
	 */
	public WebProblemMapper(MessageSource messages) {
		ClassLoader classLoader = WebProblemMapper.class.getClassLoader();
		ViolationTexts texts = new ViolationTexts(messages);
		List<ProblemMapper> all = new ArrayList<>();
		all.add(CarriedProblem::of);
		all.add(new BindingProblemMapper(texts));
		all.add(new MethodValidationProblemMapper(texts));
		if (ClassUtils.isPresent("jakarta.validation.Validator", classLoader)) {
			all.add(new ConstraintProblemMapper(texts));
		}
		if (ClassUtils.isPresent("jakarta.servlet.Servlet", classLoader)) {
			all.add(new ServletInputProblemMapper());
		}
		all.add(new InputProblemMapper());
		all.add(new UnreadableBodyProblemMapper());
		all.add(new ErrorResponseProblemMapper());
		this.mappers = List.copyOf(all);
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		for (ProblemMapper mapper : this.mappers) {
			Problem problem = mapper.map(failure);
			if (problem != null) {
				return problem;
			}
		}
		return Problem.of(ProblemCode.INTERNAL_ERROR);
	}

}
