package dev.mainstay.core.problem.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.calls.CallProblemMapper;
import dev.mainstay.core.problem.data.DataProblemMapper;
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
	 * Create the mapper with the names of Java in the places of a body.
	 * @param messages resolves the messages of constraints, as the framework would
	 */
	public WebProblemMapper(MessageSource messages) {
		this(messages, () -> null, false);
	}

	/**
	 * Create the mapper.
	 * @param messages resolves the messages of constraints, as the framework would
	 * @param jsonMapper asked for the mapper of Jackson that reads the bodies of the
	 * application; {@code null} if it is not known which one does
	 * @param rejectedValues whether the values that broke a constraint are told
	 */
	public WebProblemMapper(MessageSource messages, Supplier<? extends @Nullable Object> jsonMapper,
			boolean rejectedValues) {
		ClassLoader classLoader = WebProblemMapper.class.getClassLoader();
		boolean jackson = ClassUtils.isPresent("tools.jackson.databind.ObjectMapper", classLoader);
		ViolationTexts texts = new ViolationTexts(messages, jackson ? new JacksonBodyNames(jsonMapper) : BodyNames.JAVA,
				rejectedValues);
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
		if (ClassUtils.isPresent(TomcatParameterProblemMapper.FAILURE, classLoader)) {
			all.add(new TomcatParameterProblemMapper());
		}
		all.addAll(List.of(new InputProblemMapper(texts), new UnboundNameProblemMapper(),
				new ContentTypeProblemMapper(), new UploadProblemMapper()));
		all.add(new UnreadableBodyProblemMapper(texts, jsonMapper));
		all.add(CallProblemMapper::lateAnswer);
		all.add(new ErrorResponseProblemMapper());
		all.add(new DataProblemMapper());
		all.add(new CallProblemMapper(Clock.systemUTC()));
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
